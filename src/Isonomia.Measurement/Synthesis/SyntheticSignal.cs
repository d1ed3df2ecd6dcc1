using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// One signal of known truth: background activity and rhythms, no head around them. What estimators are tried on.
/// </summary>
public sealed record SyntheticSignal
{
    /// <summary>What makes this signal's noise differ from another's.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Which of many independent signals of this seed.</summary>
    public int Replicate { get; init; }

    /// <summary>How long it lasts, in seconds.</summary>
    public double Duration { get; init; } = 120;

    /// <summary>Samples per second, in Hz.</summary>
    public double SamplingRate { get; init; } = 250;

    /// <summary>The aperiodic activity.</summary>
    public Background Background { get; init; } = new();

    /// <summary>The rhythms; where they are strongest is of no account here.</summary>
    public IReadOnlyList<Rhythm> Rhythms { get; init; } = [];

    /// <summary>The samples, in uV.</summary>
    public double[] Make()
    {
        var samples = (int)Math.Round(Duration * SamplingRate);
        var noise = new SpectralNoise(FastLength.Next(samples), SamplingRate, Background.Density);
        var signal = new double[noise.Length];
        noise.Fill(new RandomStream(Seed, "synthetic signal: background", Replicate), signal, new double[noise.Length]);
        Array.Resize(ref signal, samples);
        for (var r = 0; r < Rhythms.Count; r++)
        {
            var wave = RhythmWave.Of(Rhythms[r], samples, SamplingRate, Seed, Replicate * Rhythms.Count + r);
            for (var i = 0; i < samples; i++)
                signal[i] += Rhythms[r].AmplitudeUv * wave[i];
        }

        return signal;
    }
}
