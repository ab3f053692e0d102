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
