using Isonomia.Simulation.Fields.Running;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Which way magnetic stimulation changes synapses, by frequency and pattern.</summary>
public sealed class MagneticPlasticity : Rung
{
    private const string Authors = "the authors' program NFTsim (0bd35df), run with its tbs.conf and this stimulation";
    private const string Rounding = "the same equations, other rounding and steps";

    private static readonly Protocol[] Protocols =
    [
        new("1 Hz", "fung2013", "frequency=1 Hz", -7.013, -0.712),
        new("5 Hz", "fung2013", "frequency=5 Hz", -5.020, -0.935),
        new("10 Hz", "fung2013", "frequency=10 Hz", -2.369, -0.178),
        new("20 Hz", "fung2013", "frequency=20 Hz", 98.648, 25.383),
        new("continuous theta bursts", "fung2013:ctbs", null, -3.320, 0.324),
        new("intermittent theta bursts", "fung2013:itbs", null, 2.407, 0.445),
    ];

    /// <inheritdoc/>
    public override string Id => "L39";

    /// <inheritdoc/>
    public override string Title => "Magnetic stimulation weakens synapses at low and strengthens them at high frequency";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Sanz-Leon et al. 2018 (NFTsim, with the plasticity of Fung & Robinson)", "10.1371/journal.pcbi.1006387")];

    /// <inheritdoc/>
    public override string Method =>
        "`fung2013`, 0.1 ms steps: 100 s of pulses of 0.5 ms and amplitude 10 after 5 s of rest, or theta bursts of amplitude 5.8 (40 s "
        + "continuous, 190 s intermittent). *Set* is the strength that calcium has set at the end of stimulation, *reached* that of "
        + "the synapses, which follow in minutes. Another calculation of the same model, whose pulses were not this long in every "
        + "step, has -5.2, 2.8, 8.6 and 69.6 % at 1, 5, 10 and 20 Hz, 7.9 % and -1.7 % for bursts: directions at 5 and 10 Hz and of "
        + "bursts hang on the length and strength of pulses. In people continuous bursts lower motor potentials (SMD -0.90; Chung et al. 2016, Neurosci Biobehav Rev 63:43) and "
        + "intermittent ones raise them (0.71); rates of 1 Hz are held to lower and from 5 Hz on to raise them.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Protocols.SelectMany(p => new[]
        {
            Change($"set by {p.Name}", p.Set), Change($"reached by {p.Name}", p.Reached),
        }),
        new("set by 1 Hz, direction in people", "%", null, Origin.Memory, "canonical: low frequencies lower excitability", AtMost(0),
            "the direction alone"),
        new("set by 5 Hz, direction in people", "%", null, Origin.Memory, "canonical: 5 Hz and more raise excitability", AtLeast(0),
            "the direction alone")
        {
            Tried = "The authors' program has the same. Pulses of 0.6 ms give +8 %: with this model the frequency at which directions "
                + "change moves from below 5 to above 10 Hz within a tenth of a millisecond of pulse length.",
        },
        new("set by 20 Hz, direction in people", "%", null, Origin.Memory, "canonical: high frequencies raise excitability", AtLeast(0),
            "the direction alone"),
        new("set by continuous theta bursts, direction in people", "%", null, Origin.Seen, "Chung et al. 2016, abstract: SMD -0.90",
            AtMost(0), "the direction alone"),
        new("set by intermittent theta bursts, direction in people", "%", null, Origin.Seen, "Chung et al. 2016, abstract: SMD 0.71",
            AtLeast(0), "the direction alone"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var set = new double[Protocols.Length];
        var reached = new double[Protocols.Length];
        Parallel.For(0, Protocols.Length, run.Parallel, i =>
            (set[i], reached[i]) = Changes(Protocols[i], run.Cancellation));
        for (var i = 0; i < Protocols.Length; i++)
        {
            run.Found($"set by {Protocols[i].Name}", set[i]);
            run.Found($"reached by {Protocols[i].Name}", reached[i]);
            var direction = $"set by {Protocols[i].Name}, direction in people";
            if (Quantities.Any(q => q.Name == direction))
                run.Found(direction, set[i]);
        }

        run.Done(1);
    }

    private static RungQuantity Change(string name, double value) =>
        new(name, "%", value, Origin.Seen, Authors, Within(value, 0.02 + (Math.Abs(value) * 1e-3)), Rounding);

    private static (double Set, double Reached) Changes(Protocol protocol, CancellationToken cancellation)
    {
        var model = LibraryField.Of(protocol.Field, protocol.Setting is { } setting ? [setting] : []).Model;
        var result = new FieldRun(model, new FieldRunSettings
        {
            Duration = model.Region.Duration!.Value,
            Dt = model.Region.Dt!.Value,
            Probes = ["mu", "nu"],
            Every = 1,
        }).Run(cancellation: cancellation);
        double Percent(string variable)
        {
            var course = result.Probes.Single(p => p.Variable == variable).Trace(0);
            return 100 * ((course[^1] / course[0]) - 1);
        }

        return (Percent("mu"), Percent("nu"));
    }

    private sealed record Protocol(string Name, string Field, string? Setting, double Set, double Reached);
}
