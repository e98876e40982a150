/**
 * Below this score a mapped code is a doubt that a person should look at, and its line is suspect. Scores are shares of right mappings
 * (docs/mapping-score.md): names under their own parent lie well above, codes against their names and names that are only similar below.
 */
export const DOUBTFUL_SCORE = 0.8;
