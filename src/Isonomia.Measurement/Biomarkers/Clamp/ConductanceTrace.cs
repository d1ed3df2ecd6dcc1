namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>Excitatory and inhibitory conductance over time, above those at rest, in siemens.</summary>
/// <param name="SamplingRate">Samples per second.</param>
/// <param name="Excitation">Excitatory conductance.</param>
/// <param name="ExcitationError">Its standard error.</param>
/// <param name="Inhibition">Inhibitory conductance.</param>
/// <param name="InhibitionError">Its standard error.</param>
/// <param name="RestingConductance">Conductance in the baseline.</param>
/// <param name="RestingPotential">Reversal potential in the baseline, in volts.</param>
/// <param name="Linearity">
/// Share of the variance of current over levels that a straight line explains, on average; NaN for two levels, whose
/// line is always exact.
/// </param>
public sealed record ConductanceTrace(double SamplingRate, double[] Excitation, double[] ExcitationError, double[] Inhibition,
    double[] InhibitionError, double RestingConductance, double RestingPotential, double Linearity)
{
    /// <summary>
    /// At each moment the straight line I = G V - b through currents at two or more potentials (least squares); less
    /// the baseline's, G is ge + gi and b is ge Ee + gi Ei (Borg-Graham et al. 1998 Nature, doi:10.1038/30735; Monier
    /// et al. 2008 J Neurosci Methods, doi:10.1016/j.jneumeth.2007.11.010).
    /// </summary>
    /// <param name="current">Membrane current at each level, in amperes, outward positive.</param>
    /// <param name="potential">Membrane potential at each level, in volts.</param>
    /// <param name="noise">Standard error of each level's current at each moment, in amperes.</param>
    /// <param name="reversals">Reversal potentials of excitation and inhibition, in volts.</param>
    /// <param name="baseline">First sample and count of the baseline.</param>
    /// <param name="samplingRate">Samples per second.</param>
    public static ConductanceTrace Fit(double[][] current, double[][] potential, double[][] noise,
        (double Excitatory, double Inhibitory) reversals, (int First, int Count) baseline, double samplingRate)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(potential);
        ArgumentNullException.ThrowIfNull(noise);
        var (levels, count) = (current.Length, current[0].Length);
        var (slope, intercept, share) = (new double[count], new double[count], new double[count]);
        var (ge, gi, se, si) = (new double[count], new double[count], new double[count], new double[count]);
        var apart = reversals.Excitatory - reversals.Inhibitory;
        for (var t = 0; t < count; t++)
        {
            var (meanV, meanI, squares, products, total) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var k = 0; k < levels; k++)
                (meanV, meanI) = (meanV + (potential[k][t] / levels), meanI + (current[k][t] / levels));
            for (var k = 0; k < levels; k++)
            {
                var (v, i) = (potential[k][t] - meanV, current[k][t] - meanI);
                (squares, products, total) = (squares + (v * v), products + (v * i), total + (i * i));
            }

            slope[t] = products / squares;
            intercept[t] = (slope[t] * meanV) - meanI;
            share[t] = products * products / (squares * total);
            for (var k = 0; k < levels; k++)
            {
                // Both conductances are sums of the levels' currents times these.
                var forSlope = (potential[k][t] - meanV) / squares;
                var forIntercept = (forSlope * meanV) - (1.0 / levels);
                var (e, i) = ((forIntercept - (reversals.Inhibitory * forSlope)) / apart,
                    ((reversals.Excitatory * forSlope) - forIntercept) / apart);
                se[t] += e * e * noise[k][t] * noise[k][t];
                si[t] += i * i * noise[k][t] * noise[k][t];
            }

            (se[t], si[t]) = (Math.Sqrt(se[t]), Math.Sqrt(si[t]));
        }

        var restingSlope = slope.AsSpan(baseline.First, baseline.Count).ToArray().Average();
        var restingIntercept = intercept.AsSpan(baseline.First, baseline.Count).ToArray().Average();
        for (var t = 0; t < count; t++)
        {
            var (g, b) = (slope[t] - restingSlope, intercept[t] - restingIntercept);
            ge[t] = (b - (reversals.Inhibitory * g)) / apart;
            gi[t] = ((reversals.Excitatory * g) - b) / apart;
        }

        return new ConductanceTrace(samplingRate, ge, se, gi, si, restingSlope, restingIntercept / restingSlope,
            levels > 2 ? share.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() : double.NaN);
    }

    /// <summary>
    /// By how much inhibition follows excitation, in s, and how closely: where the correlation of the two, one moved
    /// against the other, is largest, between samples by a parabola. Negative where inhibition leads.
    /// </summary>
    /// <param name="maximalLag">Within what lag it is sought, in s.</param>
    public (double Lag, double Correlation) Lag(double maximalLag)
    {
        var most = Math.Clamp((int)Math.Round(maximalLag * SamplingRate), 1, (Excitation.Length / 2) - 1);
        var correlations = new double[(2 * most) + 1];
        for (var lag = -most; lag <= most; lag++)
        {
            var (from, to) = (Math.Max(0, -lag), Math.Min(Excitation.Length, Excitation.Length - lag));
            correlations[lag + most] = Numerics.Statistics.Correlation.Pearson(
                Excitation.AsSpan(from, to - from), Inhibition.AsSpan(from + lag, to - from));
        }

        var best = Array.IndexOf(correlations, correlations.Max());
        var between = 0.0;
        if (best > 0 && best < correlations.Length - 1)
        {
            var (before, at, after) = (correlations[best - 1], correlations[best], correlations[best + 1]);
            var bend = before - (2 * at) + after;
            between = bend < 0 ? Math.Clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
        }

        return ((best - most + between) / SamplingRate, correlations[best]);
    }
}
