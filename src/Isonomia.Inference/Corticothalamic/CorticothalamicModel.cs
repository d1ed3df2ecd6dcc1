using Isonomia.Inference.Models;

namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The corticothalamic neural field in closed form: eight parameters of cortex and thalamus (the ninth, muscle, belongs
/// to what an electrode sees and is added when a recording is located).
/// </summary>
public sealed class CorticothalamicModel : SpectralModel
{
    private const string Limits =
        "limits of Abeysuriya and Robinson 2016, J Neurosci Methods 253:55, doi:10.1016/j.jneumeth.2015.09.016";

    // The same source also demands G_ee/|G_ei| >= 0.5, G_ee + G_ei <= 1 and beta/alpha <= 20.
    private const double LeastRatio = 0.5;
    private const double GreatestNet = 1;
    private const double GreatestRateRatio = 20;

    private CorticothalamicModel()
    {
    }

    /// <summary>The model.</summary>
    public static CorticothalamicModel Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "corticothalamic";

    /// <inheritdoc/>
    public override string Source =>
        "Robinson et al. 2001, Phys Rev E 63:021903, doi:10.1103/PhysRevE.63.021903; 2002, Phys Rev E 65:041924, "
        + "doi:10.1103/PhysRevE.65.041924; Abeysuriya and Robinson 2016, J Neurosci Methods 253:55";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; } =
    [
        new("G_ee", "", 0, 20, "gain of cortical excitation of excitatory cells", Limits),
        new("G_ei", "", -40, 0, "gain of cortical inhibition of excitatory cells", Limits),
        new("G_ese", "", 0, 40, "gain of the loop cortex, relay nuclei, cortex", Limits),
        new("G_esre", "", -40, 0, "gain of the loop cortex, reticular nucleus, relay nuclei, cortex", Limits),
        new("G_srs", "", -5, 0, "gain of the loop relay nuclei, reticular nucleus", Limits),
        new("alpha", "1/s", 10, 100, "decay rate of the response of dendrites", Limits),
        new("beta", "1/s", 100, 800, "rise rate of the response of dendrites", Limits),
        new("t0", "s", 0.075, 0.14, "conduction time from cortex to thalamus and back", Limits),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ModelCoordinate> Coordinates { get; } =
    [
        new("X", "", "G_ee/(1 - G_ei): strength of the cortical loop (Robinson et al. 2002)"),
        new("Y", "", "(G_ese + G_esre)/((1 - G_srs)(1 - G_ei)): strength of the corticothalamic loops; positive where the "
            + "direct, negative where the reticular path prevails (Robinson et al. 2002)"),
        new("Z", "", "-G_srs alpha beta/(alpha + beta)^2: strength of the intrathalamic loop (Robinson et al. 2002)"),
        new("X+Y", "", "X + Y: at 1 slow activity loses its stability"),
        new("ei_ratio", "", "G_ee/|G_ei|: cortical excitation over inhibition of excitatory cells, by their gains"),
    ];

    /// <inheritdoc/>
    public override SpectralEvaluation On(FrequencyGrid grid) => new CorticothalamicEvaluation(grid);

    /// <inheritdoc/>
    public override void CoordinatesOf(ReadOnlySpan<double> parameters, Span<double> coordinates)
    {
        var gains = CorticothalamicGains.From(parameters);
        (coordinates[0], coordinates[1], coordinates[2]) = (gains.X, gains.Y, gains.Z);
        coordinates[3] = gains.X + gains.Y;
        coordinates[4] = gains.Ee / -gains.Ei;
    }

    /// <inheritdoc/>
    public override Stability StabilityOf(ReadOnlySpan<double> parameters) =>
        CharacteristicRoots.Rightmost(CorticothalamicGains.From(parameters));

    /// <inheritdoc/>
    public override ParameterBounds BoundsOf(int index, ReadOnlySpan<double> parameters) => index switch
    {
        1 => Inhibition(parameters[0]),
        6 => Rise(parameters[5]),
        _ => base.BoundsOf(index, parameters),
    };

    private ParameterBounds Inhibition(double excitation)
    {
        var (most, least) = (excitation / LeastRatio, excitation - GreatestNet);
        var (capped, needed) = (most > -Parameters[1].Low, least > 0);
        return new(capped ? Parameters[1].Low : -most, needed ? -least : 0)
        {
            MovedBy = 0,
            LowSlope = capped ? 0 : -1 / LeastRatio,
            HighSlope = needed ? -1 : 0,
        };
    }

    private ParameterBounds Rise(double decay)
    {
        var most = GreatestRateRatio * decay;
        var capped = most > Parameters[6].High;
        return new(Parameters[6].Low, capped ? Parameters[6].High : most)
        {
            MovedBy = 5,
            HighSlope = capped ? 0 : GreatestRateRatio,
        };
    }
}
