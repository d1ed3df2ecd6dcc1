using Isonomia.Measurement.Synthesis.Disturbing;
using Isonomia.Measurement.Synthesis.Known;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// The samples of one recording of a virtual individual. Every source draws from a stream of random numbers of its own,
/// and mixtures are summed in one order, so nothing depends on which thread does what.
/// </summary>
internal sealed class Activity
{
    private const int BackgroundSources = 12;
    private const double BackgroundSpreadDegrees = 45;
    private const double NoisyUv = 60;
    private const int Block = 2048;

    private readonly VirtualIndividual individual;
    private readonly Head head;
    private readonly int length;

    public Activity(VirtualIndividual individual, Head head)
    {
        this.individual = individual;
        this.head = head;
        length = (int)Math.Round(individual.Duration * individual.SamplingRate);
        var background = Shares();
        var disturbances = Disturbances.Of(individual, head, length);
        var rhythms = new Source[individual.Rhythms.Count];
        var sources = new Source[background.Length];
        Samples = new double[head.Positions.Count][];

        var noise = new SpectralNoise(
            FastLength.Next(length), individual.SamplingRate, individual.Background.Density);
        var waves = new double[background.Length][];
        Parallel.For(0, rhythms.Length, i => rhythms[i] = Of(individual.Rhythms[i], i));
        NoiseInto(noise, "virtual individual: shared background", waves);
        NoiseInto(noise, "virtual individual: local background", Samples);
        for (var i = 0; i < sources.Length; i++)
            sources[i] = new Source(waves[i], background[i]);

        Source[] all = [.. sources, .. rhythms, .. disturbances.Sources];
        var local = Math.Sqrt(individual.Background.Local);
        Parallel.For(0, (length + Block - 1) / Block, block =>
            Mix(all, local, block * Block, Math.Min(length, (block + 1) * Block)));
        Break();
        Truth = new Truths(individual, head).Of(background, rhythms, disturbances.Artefacts);
    }

    public double[][] Samples { get; }

    public Truth Truth { get; }

    // Gains of the shared background sources such that, before referencing, all electrodes see the same power.
    private double[][] Shares()
    {
        var gains = Head.Spread(BackgroundSources)
            .Select(place => head.Around([place], BackgroundSpreadDegrees)).ToArray();
        var shared = 1 - individual.Background.Local;
        for (var electrode = 0; electrode < head.Positions.Count; electrode++)
        {
            var scale = Math.Sqrt(shared / gains.Sum(g => g[electrode] * g[electrode]));
            foreach (var gain in gains)
                gain[electrode] *= scale;
        }

        return [.. gains.Select(head.Referenced)];
    }

    private Source Of(Rhythm rhythm, int index)
    {
        var gains = head.Around(rhythm.Sites, rhythm.SpreadDegrees).Select(g => g * rhythm.AmplitudeUv).ToArray();
        return new Source(
            RhythmWave.Of(rhythm, length, individual.SamplingRate, individual.Seed, index), head.Referenced(gains));
    }

    // Two signals a transform: the pair is the entity, so the numbers do not depend on how pairs fall to threads.
    private void NoiseInto(SpectralNoise noise, string purpose, double[][] signals) =>
        Parallel.For(0, (signals.Length + 1) / 2, pair =>
        {
            var (one, other) = (new double[noise.Length], new double[noise.Length]);
            noise.Fill(new RandomStream(individual.Seed, purpose, pair), one, other);
            Array.Resize(ref one, length);
            signals[2 * pair] = one;
            if (2 * pair + 1 == signals.Length)
                return;
            Array.Resize(ref other, length);
            signals[2 * pair + 1] = other;
        });

    private void Mix(Source[] sources, double local, int from, int to)
    {
        Span<double> mean = stackalloc double[Block];
        mean = mean[..(to - from)];
        mean.Clear();
        for (var electrode = 0; electrode < Samples.Length; electrode++)
        {
            if (head.IsGood(electrode))
                AddTo(mean, Samples[electrode].AsSpan(from, mean.Length), local / head.Good);
        }

        for (var electrode = 0; electrode < Samples.Length; electrode++)
        {
            var samples = Samples[electrode].AsSpan(from, mean.Length);
            for (var i = 0; i < samples.Length; i++)
                samples[i] = local * samples[i] - mean[i];
            foreach (var source in sources)
                AddTo(samples, source.Wave.AsSpan(from, mean.Length), source.Gains[electrode]);
        }
    }

    private static void AddTo(Span<double> sum, ReadOnlySpan<double> wave, double gain)
    {
        if (gain == 0)
            return;
        for (var i = 0; i < sum.Length; i++)
            sum[i] += gain * wave[i];
    }

    private void Break()
    {
        if (individual.BadElectrode is not { } broken)
            return;
        var samples = Samples[individual.Electrodes.ToList().IndexOf(broken.Name)];
        if (broken.Fault == ElectrodeFault.Flat)
        {
            samples.AsSpan().Clear();
            return;
        }

        var random = new RandomStream(individual.Seed, "virtual individual: poor contact");
        foreach (ref var sample in samples.AsSpan())
            sample += NoisyUv * random.Normal();
    }
}
