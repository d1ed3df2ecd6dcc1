using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Muscle responses to single and paired magnetic pulses, whose amplitudes vary from trial to trial.</summary>
internal static class MotorResponses
{
    private const double SamplingRate = 4000, Test = 1000;
    private const int Trial = 1200, Before = 400;

    public static IEnumerable<RecoveryCondition> All { get; } = [Paired(0.5, 20), Paired(0.5, 60)];

    // A response is one cycle of 100 Hz from 20 ms after the pulse on, peak to peak twice its amplitude. Sizes are log-normal
    // with a coefficient of variation of one half, as in people, and mean 1 mV; conditioned ones have half of that.
    private static RecoveryCondition Paired(double ratio, int trials) => new(
        $"{trials} single and {trials} paired pulses, conditioned responses {ratio} of 1 mV", (seed, replicate) =>
        {
            var random = new RandomStream(seed, $"recovery: motor {ratio} {trials}", replicate);
            var samples = new double[2 * trials * Trial];
            random.FillNormal(samples);
            var spread = Math.Sqrt(Math.Log(1.25));
            for (var n = 0; n < 2 * trials; n++)
            {
                var size = (n % 2 == 0 ? 1 : ratio) * Test * random.LogNormal(-spread * spread / 2, spread) / 2;
                var from = (n * Trial) + Before + (int)(0.02 * SamplingRate);
                for (var t = 0; t < SamplingRate / 100; t++)
                    samples[from + t] += size * Math.Sin(2 * Math.PI * 100 * t / SamplingRate);
            }

            return new RecoverySubject.Signals(SamplingRate, [samples])
            {
                Type = ChannelType.Emg,
                Events = [.. Enumerable.Range(0, 2 * trials).Select(n => new SignalEvent((n * Trial) + Before, n % 2 == 0 ? "single" : "pair"))],
            };
        },
        [new("motor_response", "test_amplitude", Test), new("motor_response", "sici/ratio", ratio)])
    {
        Settings = new Dictionary<string, string> { ["tms.event"] = "single", ["tms.pairs"] = "pair:3" },
    };
}
