namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The parameters of the linearised corticothalamic field (Robinson et al. 2001, Phys Rev E 63:021903; 2002, Phys Rev E
/// 65:041924): gains of populations e, i (cortex), r (reticular), s (relay), and times.
/// </summary>
/// <param name="Ee">G_ee: cortical excitation of cortical excitatory cells.</param>
/// <param name="Ei">G_ei: cortical inhibition of them, negative.</param>
/// <param name="Ese">G_es G_se: the direct loop through the relay nuclei.</param>
/// <param name="Esre">G_es G_sr G_re: the indirect loop, through the reticular nucleus as well; negative.</param>
/// <param name="Srs">G_sr G_rs: the loop within the thalamus, negative.</param>
/// <param name="Alpha">Decay rate of the synapto-dendritic response, 1/s.</param>
/// <param name="Beta">Its rise rate, 1/s.</param>
/// <param name="Delay">t0: conduction around the whole loop, s; half of it each way.</param>
public readonly record struct CorticothalamicGains(
    double Ee, double Ei, double Ese, double Esre, double Srs, double Alpha, double Beta, double Delay)
{
    /// <summary>X = G_ee/(1 - G_ei): the cortical loop (Robinson et al. 2002).</summary>
    public double X => Ee / (1 - Ei);

    /// <summary>Y = (G_ese + G_esre)/((1 - G_srs)(1 - G_ei)): the corticothalamic loop.</summary>
    public double Y => (Ese + Esre) / ((1 - Srs) * (1 - Ei));

    /// <summary>Z = -G_srs alpha beta/(alpha + beta)^2: the intrathalamic loop.</summary>
    public double Z => -Srs * Alpha * Beta / ((Alpha + Beta) * (Alpha + Beta));

    /// <summary>Takes them from a model's parameters: G_ee, G_ei, G_srs, G_esre, G_ese, alpha, beta, t0.</summary>
    /// <param name="values">At least eight values.</param>
    public static CorticothalamicGains From(ReadOnlySpan<double> values) => new(
        values[0], values[1], values[4], values[3], values[2], values[5], values[6], values[7]);

    /// <summary>The parameters of <see cref="CorticothalamicModel"/>, in its order.</summary>
    public double[] ToParameters() => [Ee, Ei, Srs, Esre, Ese, Alpha, Beta, Delay];
}
