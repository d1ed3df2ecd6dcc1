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

    private const int Inhibition = 1;
    private const int Thalamic = 2;
    private const int Reticular = 3;
    private const int Direct = 4;
    private const int Decay = 5;
    private const int Rise = 6;

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
        new("G_srs", "", -5, 0, "gain of the loop relay nuclei, reticular nucleus", Limits),
        new("G_esre", "", -40, 0, "gain of the loop cortex, reticular nucleus, relay nuclei, cortex", Limits),
        new("G_ese", "", 0, 40, "gain of the loop cortex, relay nuclei, cortex", Limits),
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
    /// <remarks>
    /// Among them is X + Y &lt; 1, the edge of slow instability, where posteriors are wont to lie: as a limit it is
    /// approached smoothly, where a sampler would else run into it. The spectrum hardly changes while all cortical gains grow
    /// together with 1 - G_ei: the loops' coordinates are shifted so that this ridge is straight.
    /// </remarks>
    public override ParameterBounds BoundsOf(int index, ReadOnlySpan<double> parameters) => index switch
    {
        Inhibition => new(
            Math.Max(Parameters[Inhibition].Low, -parameters[0] / LeastRatio), Math.Min(0, GreatestNet - parameters[0])),
        Reticular => base.BoundsOf(index, parameters) with { Shift = -Math.Log(1 - parameters[Inhibition]) },
        Direct => base.BoundsOf(index, parameters) with
        {
            Ceiling = SlowEdge(parameters),
            Shift = Math.Log(1 - parameters[Inhibition]),
        },
        Rise => new(Parameters[Rise].Low, Math.Min(Parameters[Rise].High, GreatestRateRatio * parameters[Decay])),
        _ => base.BoundsOf(index, parameters),
    };

    /// <inheritdoc/>
    public override bool BoundsMove(int index, ReadOnlySpan<double> parameters, BoundSlopes slopes)
    {
        switch (index)
        {
            case Inhibition:
                slopes.Low[0] = -parameters[0] / LeastRatio > Parameters[Inhibition].Low ? -1 / LeastRatio : 0;
                slopes.High[0] = GreatestNet - parameters[0] < 0 ? -1 : 0;
                return true;
            case Reticular:
                slopes.Shift[Inhibition] = 1 / (1 - parameters[Inhibition]);
                return true;
            case Direct:
                var (thalamus, cortex) = (1 - parameters[Thalamic], 1 - parameters[0] - parameters[Inhibition]);
                (slopes.Ceiling[0], slopes.Ceiling[Inhibition]) = (-thalamus, -thalamus);
                (slopes.Ceiling[Thalamic], slopes.Ceiling[Reticular]) = (-cortex, -1);
                slopes.Shift[Inhibition] = -1 / (1 - parameters[Inhibition]);
                return true;
            case Rise when GreatestRateRatio * parameters[Decay] < Parameters[Rise].High:
                slopes.High[Decay] = GreatestRateRatio;
                return true;
            default:
                return false;
        }
    }

    // X + Y = 1 solved for G_ese.
    private static double SlowEdge(ReadOnlySpan<double> parameters) =>
        ((1 - parameters[Thalamic]) * (1 - parameters[0] - parameters[Inhibition])) - parameters[Reticular];
}
