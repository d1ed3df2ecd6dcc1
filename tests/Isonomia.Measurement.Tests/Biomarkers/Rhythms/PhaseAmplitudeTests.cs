using Isonomia.Measurement.Biomarkers.Rhythms;
using Isonomia.Measurement.Biomarkers.Rhythms.Kernels;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Rhythms;

/// <summary>Coupling of known depth: amplitude 1 + k cos(phase - preferred).</summary>
public sealed class PhaseAmplitudeTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    [InlineData(1.0)]
    public void The_index_is_the_divergence_of_the_known_distribution(double depth)
    {
        // 18 bins of 1000 phases each, evenly: the mean of 1 + k cos over a bin is known.
        double[] phases = [.. Enumerable.Range(0, 18_000).Select(t => ((t + 0.5) / 18_000 * 2 * Math.PI) - Math.PI)];
        var found = PhaseAmplitudeBiomarker.Of(phases, [.. phases.Select(p => 1 + (depth * Math.Cos(p - 1)))], 18, 0, 0);
        var width = Math.PI / 18;
        var expected = 1 + (Enumerable.Range(0, 18).Sum(b =>
        {
            var middle = (((b + 0.5) / 18) * 2 * Math.PI) - Math.PI;
            var p = (1 + (depth * Math.Cos(middle - 1) * Math.Sin(width) / width)) / 18;
            return p * Math.Log(p);
        }) / Math.Log(18));
        Assert.Equal(expected, found.Index.Value, 1e-8);
        Assert.Equal(1, found.PreferredPhase.Value, 1e-8);
    }

    [Fact]
    public void A_signal_whose_gamma_follows_theta_is_told_from_one_whose_does_not()
    {
        var coupled = Measure(0.8);
        Assert.True(coupled.Z.Value > 10, $"z {coupled.Z.Value}");
        Assert.Equal(1.0 / 201, coupled.P.Value, 1e-12);
        Assert.InRange(coupled.PreferredPhase.Value, -0.2, 0.2);
        Assert.InRange(Measure(0).Z.Value, -3, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(357)]
    [InlineData(1001)]
    public void Shifted_amplitudes_are_summed_by_bin_as_one_after_the_other(int shift)
    {
        var stream = new RandomStream(3, "bins");
        int[] bin = [.. Enumerable.Range(0, 1001).Select(_ => (int)(18 * stream.Uniform()))];
        double[] amplitudes = [.. bin.Select(_ => stream.Uniform())];
        var (counts, expected, found) = (new int[18], new double[18], new double[18]);
        for (var t = 0; t < bin.Length; t++)
        {
            counts[bin[t]]++;
            expected[bin[t]] += amplitudes[(t - shift + bin.Length) % bin.Length];
        }

        new BinnedSums(bin, counts, amplitudes).Shifted(shift, found);
        // Sums of some fifty numbers below one, in another order.
        for (var b = 0; b < 18; b++)
            Assert.Equal(expected[b], found[b], 1e-12);
    }

    private static PhaseAmplitudeResult Measure(double depth)
    {
        const double Rate = 250;
        var stream = new RandomStream(7, "coupled");
        var samples = new double[(int)(120 * Rate)];
        var (a, b, phase) = (0.0, 0.0, 0.0);
        for (var t = 0; t < samples.Length; t++)
        {
            // Theta whose frequency wanders; gamma a noisy resonance at 45 Hz.
            phase += 2 * Math.PI * (6 + (4 * stream.Normal())) / Rate;
            var gamma = (1.9 * Math.Cos(2 * Math.PI * 45 / Rate) * a) - (0.9025 * b) + stream.Normal();
            (a, b) = (gamma, a);
            samples[t] = (10 * Math.Cos(phase)) + ((1 + (depth * Math.Cos(phase))) * gamma);
        }

        return (PhaseAmplitudeResult)new PhaseAmplitudeBiomarker().Measure(TestChannel.Of(Rate, samples));
    }
}
