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

    /// <inheritdoc/>
    public override string Name => "gamma";

    /// <inheritdoc/>
    public override double Log(ReadOnlySpan<double> predicted, Span<double> slopes)
    {
        var (averages, weight) = (Observed.EffectiveAverages, ObservedSpectrum.Independence);
        var (ratio, logs, counted) = Sums(predicted);
        var (sum, effective) = (weight * ratio, weight * counted);
        if (!slopes.IsEmpty)
        {
            var (perLog, perRatio) = (averages * weight, averages * effective * weight / sum);
            for (var i = 0; i < predicted.Length; i++)
            {
                slopes[i] = Observed.Counts[i]
                    ? ((perRatio * Observed.Density[i] / predicted[i]) - perLog) / predicted[i]
                    : 0;
            }
        }

        return constant - (averages * weight * logs) - (averages * effective * Math.Log(averages * sum));
    }

    /// <inheritdoc/>
    public override double Scale(ReadOnlySpan<double> predicted)
    {
        var (ratio, _, counted) = Sums(predicted);
        return ratio / counted;
    }

    /// <summary>Shape and rate of the posterior of 1/s, a gamma distribution, given a prediction.</summary>
    /// <param name="predicted">As for <see cref="Log"/>.</param>
    public (double Shape, double Rate) InverseScale(ReadOnlySpan<double> predicted)
    {
        var (ratio, _, counted) = Sums(predicted);
        var strength = Observed.EffectiveAverages * ObservedSpectrum.Independence;
        return (strength * counted, strength * ratio);
    }

    // Logarithms are the dearest part: they are taken of products of a few values, which stay within range.
    private (double Ratio, double Logs, int Counted) Sums(ReadOnlySpan<double> predicted)
    {
        var (density, counts) = (Observed.Density, Observed.Counts);
        var (ratio, logs, product, counted) = (0.0, 0.0, 1.0, 0);
        for (var i = 0; i < predicted.Length; i++)
        {
            if (!counts[i])
                continue;
            counted++;
            ratio += density[i] / predicted[i];
            product *= predicted[i];
            if (product is > 1e-100 and < 1e100)
                continue;
            logs += Math.Log(product);
            product = 1;
        }

        return (ratio, logs + Math.Log(product), counted);
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
