namespace Isonomia.Validation.Recovering;

/// <summary>How well every estimator recovers what is true of synthetic signals.</summary>
/// <param name="Replicates">How many signals were made of each kind.</param>
/// <param name="Seed">The seed they were made from.</param>
/// <param name="Rows">What was found, number by number.</param>
public sealed record RecoveryReport(int Replicates, long Seed, IReadOnlyList<RecoveryRow> Rows);
