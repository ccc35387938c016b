/** What an answer says about the program that made it; versions are arguments, never read from the surroundings here. */
export interface ModelVersion {
  name: string
  version: string
  /** The version of the method, raised when any number moves. */
  method: string
  referenceData: string
  commit: string
}
