namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// Where the gains come from: G_ab = rho_a nu_ab, rho_a = (Q_a/sigma)(1 - Q_a/Q_max), the slope of the sigmoid at the
/// steady firing rate times the strength of the connection (Robinson et al. 2002).
/// </summary>
public static class CorticothalamicSteadyState
{
    /// <summary>Q_max: the greatest firing rate, 1/s.</summary>
    public const double GreatestRate = 340;

    /// <summary>sigma: the width of the sigmoid, mV.</summary>
    public const double WidthMv = 3.8;

    /// <summary>
    /// Wakefulness with eyes closed: strengths nu (mV s) and steady rates (1/s) as in the public configuration of NFTsim
    /// (Sanz-Leon et al. 2018, PLoS Comput Biol 14:e1006387), alpha 83.33 /s, beta 769.2 /s, t0 84.96 ms.
    /// </summary>
    public static CorticothalamicGains EyesClosed { get; } = MakeEyesClosed();

    /// <summary>The slope of the sigmoid at a rate, in rates per mV.</summary>
    /// <param name="rate">1/s.</param>
    public static double Slope(double rate) => rate / WidthMv * (1 - (rate / GreatestRate));

    private static CorticothalamicGains MakeEyesClosed()
    {
        var (e, r, s) = (Slope(5.24836), Slope(15.39602), Slope(8.78973));
        var (es, se, sr) = (e * 0.567478, s * 3.447358, s * -1.465129);
        var (re, rs) = (r * 0.169590, r * 0.050700);
        return new CorticothalamicGains(
            e * 1.525377, e * -3.022754, es * se, es * sr * re, sr * rs, 1 / 0.012, 1 / 0.0013, 0.08496);
    }
}
