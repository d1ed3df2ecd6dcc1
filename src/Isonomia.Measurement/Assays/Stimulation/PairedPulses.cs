using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Assays.Stimulation;

/// <summary>Amplitudes after two pulses, compared with those after the test pulse alone.</summary>
internal static class PairedPulses
{
    // Kujirai et al. 1993, Valls-Sole et al. 1992: short inhibition, facilitation, long inhibition.
    private static readonly (string Name, double Low, double High)[] Kinds = [("sici", 1, 6), ("icf", 8, 30), ("lici", 50, 200)];

    /// <summary>Whether an interval, in ms, is one that has a name.</summary>
    public static bool HasName(double interval) => Kinds.Any(k => interval >= k.Low && interval <= k.High);

    /// <summary>Adds SICI, ICF, LICI, and every interval by itself.</summary>
    /// <param name="reading">What to add to.</param>
    /// <param name="trials">Interval in ms and amplitude of each trial; those of an interval of nought are left
    /// out.</param>
    /// <param name="test">Amplitudes after the test pulse alone.</param>
    public static void Describe(Reading reading, IReadOnlyList<(double Isi, double Amplitude)> trials, double[] test)
    {
        foreach (var (name, low, high) in Kinds)
        {
            double[] both = [.. trials.Where(t => t.Isi >= low && t.Isi <= high).Select(t => t.Amplitude)];
            reading.Group(name, Ratio(new Reading(), both, test, $"no trial has its pulses {low} to {high} ms apart"));
        }

        reading.List("intervals", [.. trials.Where(t => t.Isi > 0).GroupBy(t => t.Isi).OrderBy(g => g.Key).Select(g =>
            Ratio(new Reading().Number("isi", g.Key, "ms"), [.. g.Select(t => t.Amplitude)], test, ""))]);
    }

    // The error of a logarithm of means is that of their relative errors; the interval of the ratio is its exponential.
    private static Reading Ratio(Reading into, double[] both, double[] test, string none)
    {
        var why = both.Length == 0 ? none : test.Length == 0 ? "there are no trials with the test pulse alone"
            : !(test.Average() > 0 && both.Average() > 0) ? "a mean amplitude is nought" : null;
        if (why is not null)
        {
            return into.Number("ratio", Measured.Undefined(why), "1").Number("log_ratio", Measured.Undefined(why), "1")
                .Count("trials", both.Length);
        }

        var log = Math.Log(both.Average() / test.Average());
        var error = both.Length > 1 && test.Length > 1
            ? Math.Sqrt(Math.Pow(Error(both) / both.Average(), 2) + Math.Pow(Error(test) / test.Average(), 2))
            : double.NaN;
        var ratio = Measured.Of(Math.Exp(log));
        if (double.IsFinite(error))
        {
            ratio = ratio with
            {
                StandardError = Math.Exp(log) * error,
                Confidence95 = (Math.Exp(log - (1.96 * error)), Math.Exp(log + (1.96 * error))),
            };
        }

        return into.Number("ratio", ratio, "1").Number("log_ratio", Measured.Of(log, error), "1").Count("trials", both.Length);
    }

    private static double Error(double[] values) => Descriptive.StandardDeviation(values, 1) / Math.Sqrt(values.Length);
}
