using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// A channel at a glance, from at most <see cref="MaxWindows"/> two-second windows spread evenly over the recording,
/// so that a day of it costs no more than ten minutes.
/// </summary>
/// <param name="Amplitude">Median over windows of the standard deviation after removing a line, in the channel's unit.</param>
/// <param name="FlatFraction">Fraction of windows in which nothing moves.</param>
/// <param name="ClippedFraction">Fraction of samples that sit at the very extremes of the channel.</param>
/// <param name="Spectrum">Mean periodogram of the windows; null where there is no whole window.</param>
internal sealed record ChannelScreen(
    double Amplitude,
    double FlatFraction,
    double ClippedFraction,
    PowerSpectrum? Spectrum)
{
    public const int MaxWindows = 300;
    private const double WindowSeconds = 2;

    public static ChannelScreen Of(Recording recording, int channel)
    {
        var rate = recording.Channels[channel].SamplingRate;
        var length = (int)Math.Round(WindowSeconds * rate);
        var starts = recording.RangesOf(channel)
            .SelectMany(r => Enumerable.Range(0, r.Count / Math.Max(1, length)).Select(i => r.First + (i * length))).ToArray();
        if (length < 8 || starts.Length == 0)
            return Short(recording, channel);

        var stride = Math.Max(1, (starts.Length + MaxWindows - 1) / MaxWindows);
        var window = new double[length];
        var deviations = new List<double>();
        var extremes = new ExtremeCounter();
        var flat = 0;
        var welch = new WelchEstimator(rate, new WelchOptions(length, 0));
        for (var i = 0; i < starts.Length; i += stride)
        {
            recording.Read(channel, starts[i], window);
            extremes.Add(window);
            var deviation = DeviationFromLine(window);
            deviations.Add(deviation);
            if (deviation == 0)
                flat++;
            welch.Add(window);
        }

        return new ChannelScreen(Descriptive.Median(deviations.ToArray()), (double)flat / deviations.Count,
            extremes.Fraction, welch.Estimate());
    }

    private static ChannelScreen Short(Recording recording, int channel)
    {
        var all = recording.ReadAll(channel);
        var deviation = all.Length < 3 ? 0 : DeviationFromLine(all);
        return new ChannelScreen(deviation, deviation == 0 ? 1 : 0, 0, null);
    }

    private static double DeviationFromLine(ReadOnlySpan<double> x)
    {
        var (min, max) = (x[0], x[0]);
        foreach (var value in x)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        if (min == max)
            return 0;
        var centre = (x.Length - 1) / 2.0;
        double mean = 0, slope = 0, power = 0;
        foreach (var value in x)
            mean += value;
        mean /= x.Length;
        for (var i = 0; i < x.Length; i++)
            slope += (i - centre) * (x[i] - mean);
        slope /= x.Length * (((double)x.Length * x.Length) - 1) / 12;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = x[i] - mean - (slope * (i - centre));
            power += residual * residual;
        }

        return Math.Sqrt(power / x.Length);
    }

    private sealed class ExtremeCounter
    {
        private double min = double.PositiveInfinity;
        private double max = double.NegativeInfinity;
        private long atMin;
        private long atMax;
        private long total;

        public double Fraction => total == 0 || min == max ? 0 : (double)Math.Max(atMin, atMax) / total;

        public void Add(ReadOnlySpan<double> samples)
        {
            total += samples.Length;
            foreach (var value in samples)
            {
                if (value < min)
                    (min, atMin) = (value, 0);
                if (value > max)
                    (max, atMax) = (value, 0);
                if (value == min)
                    atMin++;
                if (value == max)
                    atMax++;
            }
        }
    }
}
