using Isonomia.Inference.Likelihoods.Kernels;
using MathNet.Numerics;

namespace Isonomia.Inference.Likelihoods;

/// <summary>
/// Averages of K periodograms scatter around the true spectrum as gamma variates of shape K (Whittle 1953; Brillinger
/// 1981, Time Series): ln p = K ln K - ln Gamma(K) + (K - 1) ln P - K ln(s m) - K P/(s m). K is the effective number of
/// averages, and each frequency weighs <see cref="ObservedSpectrum.Independence"/> because its neighbours tell in part
/// the same. The scale s has the prior 1/s and is integrated out exactly; scale does not depend on units then, and no
/// sampler has to look for it.
/// </summary>
/// <param name="observed">What was observed.</param>
public sealed class GammaLikelihood(ObservedSpectrum observed) : SpectralLikelihood(observed)
{
    private readonly double constant = Constant(observed);
    private readonly int counted = observed.Counted;
    private readonly double[] counts = [.. observed.Counts.Select(c => c ? 1.0 : 0)];
    private readonly double[] density = [.. observed.Density.Zip(observed.Counts, (d, counts) => counts ? d : 0)];

    /// <inheritdoc/>
    public override string Name => "gamma";

    /// <inheritdoc/>
    public override double Log(ReadOnlySpan<double> predicted, Span<double> slopes)
    {
        var (averages, weight) = (Observed.EffectiveAverages, ObservedSpectrum.Independence);
        var (ratio, logs) = GammaKernel.Sums(density, counts, predicted);
        var (sum, effective) = (weight * ratio, weight * counted);
        if (!slopes.IsEmpty)
            GammaKernel.Slopes(density, counts, predicted, averages * effective * weight / sum, averages * weight, slopes);
        return constant - (averages * weight * logs) - (averages * effective * Math.Log(averages * sum));
    }

    /// <inheritdoc/>
    public override double Scale(ReadOnlySpan<double> predicted)
    {
        return GammaKernel.Sums(density, counts, predicted).Ratio / counted;
    }

    /// <summary>Shape and rate of the posterior of 1/s, a gamma distribution, given a prediction.</summary>
    /// <param name="predicted">As for <see cref="Log"/>.</param>
    public (double Shape, double Rate) InverseScale(ReadOnlySpan<double> predicted)
    {
        var strength = Observed.EffectiveAverages * ObservedSpectrum.Independence;
        return (strength * counted, strength * GammaKernel.Sums(density, counts, predicted).Ratio);
    }

    private static double Constant(ObservedSpectrum observed)
    {
        var (averages, weight) = (observed.EffectiveAverages, ObservedSpectrum.Independence);
        var each = (averages * Math.Log(averages)) - SpecialFunctions.GammaLn(averages);
        var sum = 0.0;
        for (var i = 0; i < observed.Count; i++)
        {
            if (observed.Counts[i])
                sum += each + ((averages - 1) * Math.Log(observed.Density[i]));
        }

        return (weight * sum) + SpecialFunctions.GammaLn(averages * weight * observed.Counted);
    }
}
