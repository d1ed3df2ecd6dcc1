namespace Isonomia.Numerics.Signals;

/// <summary>
/// Local field potential or EEG of a network of point neurons, made of the synaptic currents of its excitatory cells.
/// Only its course means something: it is in amperes, and where a potential is meant it still lacks a factor and, for
/// the EEG, a sign. Authors compare it after subtracting the mean and dividing by the standard deviation.
/// </summary>
public static class FieldPotentialProxy
{
    // Lags and steps are given in decimals: 0.006 / 0.0001 is 60 although doubles say 60.00000000000001.
    private const double WholeSample = 1e-6;

    /// <summary>Weighs two summed currents, sample by sample.</summary>
    /// <param name="excitatory">
    /// Excitatory (AMPA) current summed over excitatory cells, in amperes, as it enters their equations: g (E - v),
    /// which is positive.
    /// </param>
    /// <param name="inhibitory">
    /// Inhibitory (GABA) current summed over the same cells, likewise: negative, so that both add to the proxy.
    /// </param>
    /// <param name="interval">Time between samples, in seconds.</param>
    /// <param name="weights">Lags and weight.</param>
    /// <param name="proxy">The result, of the same length. Beyond the ends of a current its first or last sample
    /// stands, so that as many samples as a lag is long are not reliable.</param>
    /// <remarks>
    /// A lag that is no whole number of samples falls between two, which are interpolated in proportion.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above 0.</exception>
    public static void Compute(ReadOnlySpan<double> excitatory, ReadOnlySpan<double> inhibitory, double interval,
        ProxyWeights weights, Span<double> proxy)
    {
        if (!(interval > 0 && double.IsFinite(interval)))
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "must be above 0 seconds");
        if (inhibitory.Length != excitatory.Length)
        {
            throw new ArgumentException(
                $"{excitatory.Length} excitatory and {inhibitory.Length} inhibitory samples.", nameof(inhibitory));
        }

        if (proxy.Length != excitatory.Length)
            throw new ArgumentException($"{proxy.Length} places for {excitatory.Length} samples.", nameof(proxy));
        var (e, i) = (SamplesOf(weights.ExcitatoryLag, interval), SamplesOf(weights.InhibitoryLag, interval));
        for (var t = 0; t < proxy.Length; t++)
            proxy[t] = At(excitatory, t, e) - (weights.InhibitoryWeight * At(inhibitory, t, i));
    }

    private static (int Whole, double Part) SamplesOf(double lag, double interval)
    {
        var samples = lag / interval;
        var nearest = Math.Round(samples);
        if (Math.Abs(samples - nearest) < WholeSample)
            return (checked((int)nearest), 0);
        var whole = Math.Floor(samples);
        return (checked((int)whole), samples - whole);
    }

    // x(t - whole - part) between x(t - whole) and the sample before it.
    private static double At(ReadOnlySpan<double> x, int t, (int Whole, double Part) lag)
    {
        var later = x[Math.Clamp(t - lag.Whole, 0, x.Length - 1)];
        if (lag.Part == 0)
            return later;
        var earlier = x[Math.Clamp(t - lag.Whole - 1, 0, x.Length - 1)];
        return later + (lag.Part * (earlier - later));
    }
}
