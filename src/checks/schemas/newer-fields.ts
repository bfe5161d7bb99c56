/**
 * Fields that a kind has in the releases Charthouse renders for, and that the package it is judged by does not know yet:
 * by `apiVersion kind`, paths without the places of items.
 */
export const newerFields: Readonly<Record<string, readonly string[]>> = {
  // https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/
  'argoproj.io/v1alpha1 AppProject': ['spec.syncWindows.syncOverrun', 'spec.syncWindows.description'],
};
