namespace Isonomia.Numerics.Filtering;

/// <summary>
/// A gain of zeros and ones with transitions between, built as MNE-Python builds it: from the highest frequency down,
/// a Hamming-windowed low-pass is added or taken away at each transition, only as long as that transition needs.
/// </summary>
internal sealed class StepResponse(double samplingRate)
{
    /// <summary>
    /// Length times transition width over sampling rate of a Hamming-windowed filter (Ifeachor and Jervis 2002,
    /// Digital Signal Processing, table 7.3).
    /// </summary>
    public const double HammingFactor = 3.3;

    private readonly List<(double From, double To, bool Rising)> steps = [];

    /// <summary>Adds a transition, in Hz; they come in ascending order.</summary>
    public void Step(double from, double to, bool rising) => steps.Add((from, to, rising));

    /// <summary>The taps.</summary>
    public double[] Design(int taps)
    {
        var h = new double[taps];
        if (steps[^1].Rising)
            h[taps / 2] = 1;
        var nyquist = samplingRate / 2;
        foreach (var (from, to, rising) in steps.AsEnumerable().Reverse())
        {
            // As shares of half the sampling rate, in MNE's order of operations: lengths are rounded from these.
            var (low, high) = (from / nyquist, to / nyquist);
            var needed = (int)Math.Round(HammingFactor / ((high - low) / 2), MidpointRounding.ToEven) | 1;
            if (needed > taps)
            {
                throw new ArgumentException(
                    $"a transition from {from} to {to} Hz needs {needed} taps, more than the filter's {taps}");
            }

            var part = FirDesign.Windowed(needed, [(high + low) / 2], passZero: true, samplingRate: 2);
            var offset = (taps - needed) / 2;
            for (var i = 0; i < needed; i++)
                h[offset + i] += rising ? -part[i] : part[i];
        }

        return h;
    }
}
