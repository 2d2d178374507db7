/*
 * The analyses, which are fetched when somebody asks: the page opens without them.
 */

export async function loadAnalyses() {
  const [analysis, { sourceLines }] = await Promise.all([
    import("keyscope/analysis"),
    // Where a setting stands in a text is not among the names that the package exports.
    import("../../dist/analysis/source-lines.js"),
  ]);
  return { ...analysis, sourceLines };
}

export type Analyses = Awaited<ReturnType<typeof loadAnalyses>>;
