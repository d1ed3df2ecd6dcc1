using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Spikes of a branching process, whole and in part, and avalanches of drawn sizes.</summary>
internal static class CriticalActivity
{
    private const double Bin = 0.004;
    private const int Avalanches = 3000;

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        Branching(0.9, 1), Branching(0.98, 1), Branching(0.98, 0.1), PowerLaw(2.2), PowerLaw(3),
    ];

    // A(t+1) is Poisson with mean m A(t) + h; of its events a share is seen. m is in the slopes whatever the share is.
    private static RecoveryCondition Branching(double m, double seen) => new(
        $"branching process, m = {m}, {(seen < 1 ? $"a {seen:0%} sample" : "all seen")}, 300 s", (seed, replicate) =>
        {
            const double Mean = 10;
            var random = new RandomStream(seed, $"recovery: branching {m} {seen}", replicate);
            var times = new List<double>();
            var active = (long)Mean;
            for (var t = 0; t < 300 / Bin; t++)
            {
                active = random.Poisson((m * active) + (Mean * (1 - m)));
                for (var n = random.Binomial(active, seen); n > 0; n--)
                    times.Add((t + 0.5) * Bin);
            }

            return new RecoverySubject.Spikes([[.. times]], 300);
        },
        [new("branching", "m", m), new("branching", "tau_s", -Bin / Math.Log(m))]);

    // Each avalanche has one event a bin: duration is size, both are distributed alike, and size grows with duration to the 1.
    private static RecoveryCondition PowerLaw(double exponent) => new(
        $"{Avalanches} avalanches, one event a bin, exponent {exponent}", (seed, replicate) =>
        {
            var random = new RandomStream(seed, $"recovery: avalanches {exponent}", replicate);
            var (times, bin) = (new List<double>(), 0L);
            for (var n = 0; n < Avalanches; n++)
            {
                for (var k = Zeta(random, exponent); k > 0; k--)
                    times.Add((bin++ + 0.5) * Bin);
                bin++;
            }

            return new RecoverySubject.Spikes([[.. times]], bin * Bin);
        },
        [new("avalanches", "size/exponent", exponent), new("avalanches", "duration/exponent", exponent), new("avalanches", "gamma", 1)])
    {
        Settings = new Dictionary<string, string>
        {
            ["avalanches.bin"] = "4ms", ["avalanches.size_from"] = "1", ["avalanches.duration_from"] = "1", ["avalanches.samples"] = "0",
        },
    };

    // Devroye 1986, Non-Uniform Random Variate Generation, chapter X.6.1: n with a probability in proportion to n^-a.
    private static long Zeta(RandomStream random, double a)
    {
        var b = Math.Pow(2, a - 1);
        while (true)
        {
            var x = Math.Floor(Math.Pow(random.UniformOpen(), -1 / (a - 1)));
            var t = Math.Pow(1 + (1 / x), a - 1);
            if (random.Uniform() * x * (t - 1) / (b - 1) <= t / b && x < 1e6)
                return (long)x;
        }
    }
}
