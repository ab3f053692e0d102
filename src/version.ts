import packageJson from '../package.json'

/** Version of the package, as in package.json. */
export const version: string = packageJson.version
