using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>What several channels or trials have in common: coherence, phases after a stimulus, a rate that lasts.</summary>
internal static class SharedActivity
{
    private const double SamplingRate = 250;

    public static IEnumerable<RecoveryCondition> All { get; } =
        [Coherent(0.3), Coherent(0.7), Locked(2, 60), Locked(2, 20), Evoked(0.5), Lasting(0.1), Lasting(0.3)];

    // Two channels of white noise, sqrt(c) of one source and the rest their own: coherence c at every frequency.
    private static RecoveryCondition Coherent(double coherence) => new(
        $"two channels of coherence {coherence}, 120 s", (seed, replicate) =>
        {
            var random = new RandomStream(seed, $"recovery: coherent {coherence}", replicate);
            var shared = Noise(random, 30_000);
            return new RecoverySubject.Signals(SamplingRate,
            [
                .. Enumerable.Range(0, 2).Select(_ => Noise(random, shared.Length)
                    .Select((own, t) => (Math.Sqrt(coherence) * shared[t]) + (Math.Sqrt(1 - coherence) * own)).ToArray()),
            ]);
        },
        [new("synchrony", "alpha/coherence", coherence)]);

    // 40 Hz in each trial, its phase spread by von Mises' distribution: consistency is the square of I1(k)/I0(k).
    private static RecoveryCondition Locked(double concentration, int trials) => Trials(
        $"{trials} trials of 40 Hz, phases of concentration {concentration}", trials, 0.01, 1,
        random => random.VonMises(0, concentration), [new("steady_state", "consistency", Math.Pow(0.697775, 2))]);

    // A response of amplitude a in every trial has the evoked power a^2/2.
    private static RecoveryCondition Evoked(double amplitude) => Trials(
        $"100 trials of a 40 Hz response of {amplitude} uV in noise of 5 uV", 100, 5, amplitude, _ => 0,
        [new("steady_state", "evoked_power", amplitude * amplitude / 2)]);

    private static RecoveryCondition Trials(
        string name, int trials, double noise, double amplitude, Func<RandomStream, double> phase, Expectation[] expected) => new(
        name, (seed, replicate) =>
        {
            var random = new RandomStream(seed, "recovery: " + name, replicate);
            const int Length = 250, Before = 50;
            var samples = Noise(random, trials * Length).Select(x => noise * x).ToArray();
            for (var n = 0; n < trials; n++)
            {
                var shift = phase(random);
                for (var t = Before; t < Length; t++)
                    samples[(n * Length) + t] += amplitude * Math.Cos((2 * Math.PI * 40 * (t - Before) / SamplingRate) + shift);
            }

            return new RecoverySubject.Signals(SamplingRate, [samples])
            {
                Events = [.. Enumerable.Range(0, trials).Select(n => new Measurement.Biomarkers.SignalEvent((n * Length) + Before, "click"))],
            };
        },
        expected)
    {
        Settings = new Dictionary<string, string> { ["evoked.event"] = "click", ["steady_state.window"] = "0.2:0.7" },
    };

    // Cells whose rates follow Ornstein-Uhlenbeck processes of their own: counts of a cell are correlated by exp(-lag/tau).
    private static RecoveryCondition Lasting(double tau) => new(
        $"20 cells of 20 Hz, rates that last {1000 * tau} ms, 300 s", (seed, replicate) =>
        {
            const double Step = 0.002, Rate = 20, Spread = 6;
            var random = new RandomStream(seed, $"recovery: lasting {tau}", replicate);
            var trains = new List<double>[20];
            for (var cell = 0; cell < trains.Length; cell++)
            {
                trains[cell] = [];
                var (keep, x) = (Math.Exp(-Step / tau), random.Normal());
                for (var t = 0; t < 300 / Step; t++)
                {
                    x = (keep * x) + (Math.Sqrt(1 - (keep * keep)) * random.Normal());
                    if (random.Uniform() < Step * Math.Max(0, Rate + (Spread * x)))
                        trains[cell].Add((t + 0.5) * Step);
                }
            }

            return new RecoverySubject.Spikes([.. trains.Select(t => t.ToArray())], 300);
        },
        [new("spike_timescale", "tau_s", tau)]);

    private static double[] Noise(RandomStream random, int length)
    {
        var samples = new double[length];
        random.FillNormal(samples);
        return samples;
    }
}
