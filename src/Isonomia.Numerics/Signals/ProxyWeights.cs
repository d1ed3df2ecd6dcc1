namespace Isonomia.Numerics.Signals;

/// <summary>
/// How a field potential is made of two currents that are summed over excitatory cells: E(t - lag of E) minus weight
/// times I(t - lag of I). A negative lag looks ahead.
/// </summary>
/// <param name="ExcitatoryLag">By how much the excitatory current is delayed, in seconds.</param>
/// <param name="InhibitoryLag">By how much the inhibitory current is delayed, in seconds.</param>
/// <param name="InhibitoryWeight">How much the inhibitory current counts; the excitatory one counts 1.</param>
public readonly record struct ProxyWeights(double ExcitatoryLag, double InhibitoryLag, double InhibitoryWeight)
{
    /// <summary>
    /// The reference weighted sum for the field potential in cortex (Mazzoni et al. 2015,
    /// doi:10.1371/journal.pcbi.1004584): AMPA(t - 6 ms) - 1.65 GABA(t).
    /// </summary>
    public static ProxyWeights Rws { get; } = new(6e-3, 0, 1.65);

    /// <summary>
    /// The weighted sum for the EEG with constant parameters, ERWS1 (Martinez-Canada et al. 2021,
    /// doi:10.1371/journal.pcbi.1008893): AMPA(t + 0.9 ms) - 0.3 GABA(t - 2.3 ms).
    /// </summary>
    public static ProxyWeights Erws1 { get; } = new(-0.9e-3, 2.3e-3, 0.3);

    /// <summary>ERWS1 without looking ahead: AMPA(t) - 0.1 GABA(t - 3.1 ms). The values are those of the code that
    /// accompanies the paper.</summary>
    public static ProxyWeights Erws1Causal { get; } = new(0, 3.1e-3, 0.1);

    /// <summary>
    /// The weighted sum for the EEG whose parameters follow the strength of the drive, ERWS2 (Martinez-Canada et al.
    /// 2021): with r in spikes/s, lag of AMPA -0.6 r^-0.1 - 0.4 ms, lag of GABA -1.9 r^-0.6 + 3 ms, weight
    /// 1.4 r^-1.7 + 0.2.
    /// </summary>
    /// <param name="externalRate">
    /// Rate of each external synapse's input in spikes/s, above 0; fitted for 1.5 to 30. It is not the rate of the
    /// network's own cells.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above 0.</exception>
    public static ProxyWeights Erws2(double externalRate)
    {
        Require(externalRate);
        return new ProxyWeights(
            ((-0.6 * Math.Pow(externalRate, -0.1)) - 0.4) * 1e-3,
            ((-1.9 * Math.Pow(externalRate, -0.6)) + 3) * 1e-3,
            (1.4 * Math.Pow(externalRate, -1.7)) + 0.2);
    }

    /// <summary>
    /// ERWS2 without looking ahead: lag of AMPA 0, lag of GABA -1.5 r^-0.2 + 4 ms, weight 0.5 r^-0.5. The values are
    /// those of the code that accompanies the paper.
    /// </summary>
    /// <param name="externalRate">As for <see cref="Erws2"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above 0.</exception>
    public static ProxyWeights Erws2Causal(double externalRate)
    {
        Require(externalRate);
        return new ProxyWeights(
            0, ((-1.5 * Math.Pow(externalRate, -0.2)) + 4) * 1e-3, 0.5 * Math.Pow(externalRate, -0.5));
    }

    private static void Require(double externalRate)
    {
        if (!(externalRate > 0 && double.IsFinite(externalRate)))
            throw new ArgumentOutOfRangeException(nameof(externalRate), externalRate, "must be above 0 spikes/s");
    }
}
