/** What is wrong with files or folders that are read or written, told without a stack: what was found, and what to do. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}
