/** The name of the cell that holds an input: its path, with what names may not hold turned into underscores. */
export function inputName(path: string): string {
  return path.replaceAll('-', '_')
}

/** The name of the cell that holds a figure of the headline. */
export function headlineName(key: string): string {
  return `headline.${key}`.replaceAll('-', '_')
}
