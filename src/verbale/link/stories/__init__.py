"""Stories: the groups of a heap's pages that tell together, and how alike pages are."""
