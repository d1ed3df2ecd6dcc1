using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>How a recording is cut into data records.</summary>
/// <param name="Duration">Seconds a record, as the header writes it.</param>
/// <param name="Samples">Samples of each channel in a record.</param>
/// <param name="Records">Records of each stretch; the last is filled up where a stretch is no whole number.</param>
internal sealed record EdfRecordPlan(string Duration, int[] Samples, long[] Records)
{
    /// <summary>The size above which the specification advises against a record.</summary>
    private const long AdvisedBytes = 61440;
    private const long ManyRecords = 1_000_000;
    private const double Exact = 1e-9;
    private const double Acceptable = 1e-6;

    /// <summary>Seconds a record.</summary>
    public double Seconds => EdfNumber.Parse(Duration);

    /// <summary>
    /// Chooses the duration: one that gives every channel a whole number of samples at exactly its rate and fills every
    /// stretch without a rest, near one second; failing that, with the least rest. Rates that no short decimal suits
    /// (173.61 Hz for 23.6 s) are kept to one in a million instead of adding more than a hundredth of the recording.
    /// </summary>
    /// <exception cref="ArgumentException">The channels' rates have no record duration in common.</exception>
    public static EdfRecordPlan Choose(Recording recording)
    {
        var rates = recording.Channels.Select(c => c.SamplingRate).ToArray();
        var counts = recording.Channels.Select(c => Counts(recording.Stretches, c)).ToArray();
        var fastest = Array.IndexOf(rates, rates.Max());
        var distinct = rates.Distinct().ToArray();
        var plans = Durations().Where(d => distinct.All(r => Whole(r * d, Exact)))
            .Select(d => Plan(EdfNumber.Closest(d), [.. rates.Select(r => (int)Math.Round(r * d))], counts)).ToArray();
        var best = plans.MinBy(Cost);
        if (best is not null && 100 * Padding(best) <= counts[fastest].Sum())
            return best;
        return Approximate().MinBy(p => (IsHuge(p), IsLarge(p), Error(p))) ?? best ?? throw new ArgumentException(
            $"sampling rates of {string.Join(", ", distinct)} Hz have no duration in common that EDF can write",
            nameof(recording));

        (bool, long, bool, double) Cost(EdfRecordPlan plan) =>
            (IsHuge(plan), Padding(plan), IsLarge(plan), Math.Abs(Math.Log(plan.Seconds)));

        bool IsHuge(EdfRecordPlan plan) => plan.Records.Sum() > ManyRecords;

        bool IsLarge(EdfRecordPlan plan) => 2 * plan.Samples.Sum(s => (long)s) > AdvisedBytes;

        double Error(EdfRecordPlan plan) => Math.Abs(plan.Samples[fastest] / (plan.Seconds * rates[fastest]) - 1);

        long Padding(EdfRecordPlan plan) =>
            plan.Records.Zip(counts[fastest], (r, n) => r * plan.Samples[fastest] - n).Sum();

        // Durations that are fractions of the stretches themselves, rounded to what the header can write.
        IEnumerable<EdfRecordPlan> Approximate()
        {
            var shares = counts.Select(c => c.Aggregate(Divisor)).ToArray();
            var common = shares.Aggregate(Divisor);
            for (var parts = 1L; parts * parts <= common; parts++)
            {
                foreach (var k in common % parts == 0 ? new[] { parts, common / parts } : [])
                {
                    var duration = EdfNumber.Closest(shares[fastest] / (double)k / rates[fastest]);
                    var fits = shares.Zip(rates, (n, r) => n / k <= int.MaxValue
                        && Math.Abs(n / k / (r * EdfNumber.Parse(duration)) - 1) < Acceptable);
                    if (fits.All(f => f))
                        yield return Plan(duration, [.. shares.Select(n => (int)(n / k))], counts);
                }
            }
        }
    }

    /// <summary>The samples of a channel in each stretch.</summary>
    public static long[] Counts(IReadOnlyList<Stretch> stretches, Channel channel)
    {
        var counts = new long[stretches.Count];
        var (elapsed, before) = (0.0, 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            elapsed += stretches[i].Duration;
            var end = i == counts.Length - 1
                ? channel.Samples
                : Math.Clamp((long)Math.Round(elapsed * channel.SamplingRate), before, channel.Samples);
            (counts[i], before) = (end - before, end);
        }

        return counts;
    }

    private static EdfRecordPlan Plan(string duration, int[] samples, long[][] counts)
    {
        var records = new long[counts[0].Length];
        for (var s = 0; s < records.Length; s++)
            records[s] = counts.Zip(samples, (n, each) => (n[s] + each - 1) / each).Max();
        return new EdfRecordPlan(duration, samples, records);
    }

    /// <summary>
    /// Short decimals from a thousandth of a second to a thousand seconds, and negative powers of two.
    /// </summary>
    private static IEnumerable<double> Durations()
    {
        for (var power = 1; power <= 6; power++)
            yield return Math.Pow(2, -power);
        foreach (var unit in (double[])[1, 10, 100, 1000])
        {
            for (var k = 1; k < 1000; k++)
                yield return k / unit;
        }
    }

    private static bool Whole(double value, double tolerance) =>
        Math.Round(value) is >= 1 and <= int.MaxValue && Math.Abs(value / Math.Round(value) - 1) < tolerance;

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
