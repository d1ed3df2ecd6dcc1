using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>Multiscale entropy of one channel.</summary>
/// <param name="ComplexityIndex">Sum over all scales, mean over windows.</param>
/// <param name="Entropies">Sample entropy at scale 1, 2, ..., mean over the windows that have one, in nats.</param>
/// <param name="Windows">How many windows there were.</param>
/// <param name="WindowSeconds">Length of a window in seconds; NaN when there are none.</param>
public sealed record MultiscaleEntropyResult(
    Measured ComplexityIndex, IReadOnlyList<Measured> Entropies, int Windows, double WindowSeconds) : BiomarkerResult
{
    internal static MultiscaleEntropyResult Of(List<Measured[]> windows, int scales, double seconds, string? why)
    {
        if (windows.Count == 0)
        {
            var none = Measured.Undefined(why!);
            return new(none, [.. Enumerable.Repeat(none, scales)], 0, seconds);
        }

        var entropies = Enumerable.Range(0, scales).Select(s => Mean([.. windows.Select(w => w[s])])).ToArray();
        var complete = windows.Where(w => w.All(e => e.IsDefined))
            .Select(w => Measured.Of(w.Sum(e => e.Value))).ToArray();
        var index = complete.Length > 0
            ? Mean(complete)
            : Measured.Undefined(windows.SelectMany(w => w).First(e => !e.IsDefined).Why!);
        return new(index, entropies, windows.Count, seconds)
        {
            Warnings = complete.Length > 0 && complete.Length < windows.Count
                ? [$"the complexity index is that of the {complete.Length} of {windows.Count} windows with all scales"]
                : [],
        };
    }

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading()
            .Number("complexity_index", ComplexityIndex, "nat")
            .Curve("scale", [.. Enumerable.Range(1, Entropies.Count).Select(s => (double)s)], "1")
            .Curve("entropy", [.. Entropies.Select(e => e.Value)], "nat")
            .Count("windows", Windows);
        return double.IsNaN(WindowSeconds) ? reading : reading.Number("window_s", WindowSeconds, "s");
    }

    private static Measured Mean(Measured[] values)
    {
        double[] defined = [.. values.Where(v => v.IsDefined).Select(v => v.Value)];
        return defined.Length > 0 ? WindowMean.Of(defined) : values[0];
    }
}
