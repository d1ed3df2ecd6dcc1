namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>Sums, element by element.</summary>
internal static class Sums
{
    public static void Add(this Span<long> sums, ReadOnlySpan<long> others)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += others[i];
    }
}
