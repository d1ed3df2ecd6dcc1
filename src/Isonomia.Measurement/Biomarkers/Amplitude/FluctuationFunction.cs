using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// How the fluctuation of the integrated amplitude grows with the length of the window: F(n), from which the scaling
/// exponent of detrended fluctuation analysis is read.
/// </summary>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Windows">What was found at each window length, shortest first.</param>
/// <remarks>
/// F(n) is the mean over windows of each window's root mean square (Hardstone et al. 2012,
/// doi:10.3389/fphys.2012.00450), not the root of the mean square of Peng et al. 1994.
/// </remarks>
public sealed record FluctuationFunction(double SamplingRate, IReadOnlyList<LengthFluctuation> Windows)
{
    /// <summary>The function of windows that were measured one by one; they need not be kept for it.</summary>
    public static FluctuationFunction Of(double samplingRate, IEnumerable<WindowFluctuations> windows) => new(
        samplingRate,
        [.. windows.Select(w => new LengthFluctuation(w.Grid, w.Count, w.MeanFluctuation, w.Covered))]);

    /// <summary>Window lengths in seconds.</summary>
    public double[] Seconds => [.. Windows.Select(w => w.Grid.Size / SamplingRate)];

    /// <summary>F(n), in the signal's unit times samples.</summary>
    public double[] Fluctuations => [.. Windows.Select(w => w.MeanFluctuation)];

    /// <summary>
    /// The window lengths there are between two limits: twenty a decade from 0.1 to 1000 s, rounded down to whole
    /// samples.
    /// </summary>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="range">Shortest and longest window, in seconds, both included.</param>
    public static int[] Sizes(double samplingRate, Interval range)
    {
        var sizes = new SortedSet<int>();
        var shortest = Math.Max(4, range.Low * samplingRate);
        var longest = Math.Min(int.MaxValue / 4, range.High * samplingRate);
        for (var k = 0; k <= 80; k++)
        {
            var size = Math.Floor(Math.Pow(10, (k * 0.05) - 1) * samplingRate);
            if (size >= shortest && size <= longest)
                sizes.Add((int)size);
        }

        return [.. sizes];
    }

    /// <summary>The straight line of log10 F(n) over log10 n within a range of window lengths.</summary>
    /// <param name="range">
    /// Shortest and longest window, in seconds. Where windows shorter than the range were computed too, it begins one
    /// earlier if that one lies nearer to its lower end and within 1 % of it, as in the reference implementation.
    /// </param>
    /// <returns>The line; null when fewer than three lengths lie in the range.</returns>
    public ScalingLine? Fit(Interval range)
    {
        var (low, high) = (range.Low * SamplingRate, range.High * SamplingRate);
        var first = 0;
        while (first < Windows.Count && Windows[first].Grid.Size < low)
            first++;
        var end = first;
        while (end < Windows.Count && Windows[end].Grid.Size <= high)
            end++;
        if (first > 0 && first < end
            && low - Windows[first - 1].Grid.Size < Windows[first].Grid.Size - low
            && Windows[first - 1].Grid.Size >= 0.99 * low)
        {
            first--;
        }

        return end - first < 3 ? null : ScalingLine.Through([.. Windows.Skip(first).Take(end - first)]);
    }
}
