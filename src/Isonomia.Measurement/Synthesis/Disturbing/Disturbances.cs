using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>What reaches the electrodes besides the brain: blinks, muscle, mains.</summary>
internal sealed record Disturbances(IReadOnlyList<Source> Sources, IReadOnlyList<Artefact> Artefacts)
{
    private const double BlinkRise = 0.1;
    private const double BlinkFall = 0.25;
    private const double BlinkSpreadDegrees = 30;
    private const double MuscleSpreadDegrees = 20;
    private static readonly string[] Muscles = ["T7", "T8"];

    public static Disturbances Of(VirtualIndividual individual, Head head, int samples)
    {
        var (sources, artefacts) = (new List<Source>(), new List<Artefact>());
        if (individual.Blinks is { Count: > 0 } blinks)
        {
            artefacts.AddRange(Times(individual, "blink times", blinks.Count, BlinkRise + BlinkFall)
                .Select(t => new Artefact("blink", "Fpz", t, BlinkRise + BlinkFall)));
            var wave = new double[samples];
            foreach (var blink in artefacts)
                Blink(wave, individual.SamplingRate, blink.Onset);
            sources.Add(new Source(wave, Gains(head, "Fpz", BlinkSpreadDegrees, blinks.PeakUv)));
        }

        if (individual.Muscle is { Count: > 0 } muscle)
        {
            var side = new RandomStream(individual.Seed, "virtual individual: muscle sides");
            var bursts = Times(individual, "muscle times", muscle.Count, muscle.Duration)
                .Select(t => new Artefact("muscle", Muscles[side.Below(2)], t, muscle.Duration)).ToList();
            artefacts.AddRange(bursts);
            sources.AddRange(Bursts(individual, head, muscle, bursts, samples));
        }

        if (individual.Line is { } line && line.FrequencyHz < individual.SamplingRate / 2)
            sources.Add(Hum(individual, head, line, samples));
        return new Disturbances(sources, [.. artefacts.OrderBy(a => a.Onset)]);
    }

    // One somewhere in the middle half of each of equally long parts: irregular, never overlapping.
    private static double[] Times(VirtualIndividual individual, string purpose, int count, double duration)
    {
        var random = new RandomStream(individual.Seed, "virtual individual: " + purpose);
        var part = individual.Duration / count;
        return [.. Enumerable.Range(0, count).Select(i =>
            Math.Clamp((i + random.Uniform(0.25, 0.75)) * part, 0, Math.Max(0, individual.Duration - duration)))];
    }

    private static double[] Gains(Head head, string site, double spreadDegrees, double uv) =>
        head.Referenced([.. head.Around([site], spreadDegrees).Select(g => g * uv)]);

    private static void Blink(double[] wave, double samplingRate, double onset)
    {
        for (var i = (int)Math.Ceiling(onset * samplingRate); i < wave.Length; i++)
        {
            var t = i / samplingRate - onset;
            if (t > BlinkRise + BlinkFall)
                break;
            var quarter = t < BlinkRise ? t / BlinkRise : 1 + (t - BlinkRise) / BlinkFall;
            var sine = Math.Sin(Math.PI / 2 * quarter);
            wave[i] += sine * sine;
        }
    }

    private static IEnumerable<Source> Bursts(
        VirtualIndividual individual, Head head, MuscleBursts muscle, List<Artefact> bursts, int samples)
    {
        var noise = new SpectralNoise(FastLength.Next(samples), individual.SamplingRate, f =>
            f is >= 20 and <= 110 ? 1 : 0);
        double[][] waves = [new double[noise.Length], new double[noise.Length]];
        noise.Fill(new RandomStream(individual.Seed, "virtual individual: muscle"), waves[0], waves[1]);
        var unit = noise.Variance > 0 ? 1 / Math.Sqrt(noise.Variance) : 0;
        for (var i = 0; i < Muscles.Length; i++)
        {
            var gate = new double[samples];
            foreach (var burst in bursts.Where(b => b.Site == Muscles[i]))
            {
                var first = (int)Math.Ceiling(burst.Onset * individual.SamplingRate);
                var end = Math.Min(samples, (int)((burst.Onset + burst.Duration) * individual.SamplingRate));
                for (var s = first; s < end; s++)
                    gate[s] = Math.Sin(Math.PI * (s / individual.SamplingRate - burst.Onset) / burst.Duration);
            }

            for (var s = 0; s < samples; s++)
                gate[s] *= unit * waves[i][s];
            yield return new Source(gate, Gains(head, Muscles[i], MuscleSpreadDegrees, muscle.AmplitudeUv));
        }
    }

    private static Source Hum(VirtualIndividual individual, Head head, LineNoise line, int samples)
    {
        var random = new RandomStream(individual.Seed, "virtual individual: hum");
        var phase = random.Uniform();
        var wave = new double[samples];
        for (var i = 0; i < samples; i++)
            wave[i] = Math.Sqrt(2) * Math.Sin(2 * Math.PI * (phase + line.FrequencyHz * i / individual.SamplingRate));
        // Each lead picks up its own share, in phase or against it, so that referencing does not cancel it.
        var gains = head.Positions.Select(_ => line.AmplitudeUv * random.Normal()).ToArray();
        return new Source(wave, head.Referenced(gains));
    }
}
