using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Filtering;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// The frequency filters of one sampling rate, applied within each uninterrupted stretch: zero-phase FIR band-pass with
/// MNE's default design, notches at the line and its harmonics, anti-aliased resampling.
/// </summary>
internal sealed class FrequencyFilters
{
    private const int LargestFactor = 10_000;
    private readonly List<ZeroPhaseFir> filters = [];
    private readonly Resampler? resampler;

    public FrequencyFilters(double rate, double highPass, double lowPass, IReadOnlyList<double> notches, double newRate)
    {
        var nyquist = rate / 2;
        var low = lowPass > 0 && lowPass < nyquist ? lowPass : (double?)null;
        if ((highPass > 0 && highPass < nyquist) || low is not null)
            filters.Add(new ZeroPhaseFir(FirDesign.Mne(highPass > 0 ? highPass : null, low, rate)));
        if (notches.Where(n => n * (1 + (1 / 400.0)) + 0.5 < nyquist).ToArray() is { Length: > 0 } fitting)
            filters.Add(new ZeroPhaseFir(FirDesign.MneNotch(fitting, rate)));
        var (up, down) = newRate > 0 ? Ratio(newRate / rate) : (1, 1);
        resampler = up == down ? null : new Resampler(up, down);
        SamplingRate = rate * up / down;
    }

    /// <summary>The rate after resampling, in Hz.</summary>
    public double SamplingRate { get; }

    /// <summary>Filters a channel, where it lies unless the rate changes; the stretches move with the rate.</summary>
    public (double[] Samples, IReadOnlyList<SampleRange> Stretches) Apply(
        double[] samples, IReadOnlyList<SampleRange> stretches)
    {
        foreach (var filter in filters)
        {
            foreach (var (first, count) in stretches)
                filter.Apply(samples.AsSpan(first, count), samples.AsSpan(first, count));
        }

        if (resampler is null)
            return (samples, stretches);
        var moved = new List<SampleRange>(stretches.Count);
        foreach (var stretch in stretches)
            moved.Add(new SampleRange(moved.Count == 0 ? 0 : moved[^1].End, resampler.OutputLength(stretch.Count)));
        var resampled = GC.AllocateArray<double>(moved[^1].End, pinned: true);
        foreach (var (from, to) in stretches.Zip(moved))
            resampler.Apply(samples.AsSpan(from.First, from.Count), resampled.AsSpan(to.First, to.Count));
        return (resampled, moved);
    }

    // Continued fractions give the best ratio of small whole numbers; 2048 to 250 Hz is 125/1024.
    private static (int Up, int Down) Ratio(double value)
    {
        (long p0, long q0, long p1, long q1) = (0, 1, 1, 0);
        var rest = value;
        while (true)
        {
            var whole = (long)Math.Floor(rest);
            var (p2, q2) = ((whole * p1) + p0, (whole * q1) + q0);
            if (p2 > LargestFactor || q2 > LargestFactor)
                return ((int)p1, (int)q1);
            (p0, q0, p1, q1) = (p1, q1, p2, q2);
            if (Math.Abs(((double)p1 / q1) - value) <= 1e-12 * value)
                return ((int)p1, (int)q1);
            rest = 1 / (rest - whole);
        }
    }
}
