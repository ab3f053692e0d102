declare module 'vader-sentiment' {
  export const SentimentIntensityAnalyzer: {
    /** `compound` is in [-1, 1]. */
    polarity_scores(text: string): { readonly neg: number; readonly neu: number; readonly pos: number; readonly compound: number }
  }
}

declare module 'sentiment' {
  export default class Sentiment {
    /** `comparative` is the sum of the words' scores over the number of words. */
    analyze(text: string): { readonly score: number; readonly comparative: number }
  }
}

declare module 'natural/lib/natural/classifiers/bayes_classifier' {
  /** natural's text classifiers; this one module loads none of the package's other parts. */
  export default class BayesClassifier {
    addDocument(text: string, label: string): void
    train(): void
    classify(text: string): string
  }
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier' {
  import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier'
  export default class LogisticRegressionClassifier extends BayesClassifier {}
}
