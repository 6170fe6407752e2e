/** The part of Eleventy that is used here; it ships no types of its own. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void | Promise<void>, options?: Options): Promise<void> | undefined
    addGlobalData(name: string, data: unknown): void
    setLibrary(extension: string, library: unknown): void
    setInputDirectory(folder: string): void
    setIncludesDirectory(folder: string): void
    setLayoutsDirectory(folder: string): void
    setTemplateFormats(formats: readonly string[]): void
    setUseGitIgnore(use: boolean): void
    setQuietMode(quiet: boolean): void
    on(
      event: 'eleventy.before' | 'eleventy.after',
      listener: (event: { readonly directories: { readonly output: string } }) => void | Promise<void>,
    ): void
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options?: { readonly configPath?: string; readonly quietMode?: boolean; readonly config?: (config: UserConfig) => void },
    )
    disableLogger(): void
    init(): Promise<void>
    write(): Promise<unknown>
    /** The pages, not written: paths are from the working directory. */
    toJSON(): Promise<readonly { readonly outputPath: string; readonly content: string }[]>
  }
}

/** What Nunjucks does to a template between reading and compiling it; the package has no other door to it. */
declare module 'nunjucks/src/transformer.js' {
  import type { nodes } from 'nunjucks'

  const transformer: { transform(root: nodes.Root, asyncFilters: readonly string[]): nodes.Root }
  export default transformer
}
