using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Tests.Populations;

namespace Isonomia.Simulation.Tests.Circuits;

/// <summary>Small circuits of leaky cells that drive each other by jumps and by decaying currents.</summary>
internal static class TestCircuit
{
    public static readonly CellModel Leaky = new CellText(
        """
        dv/dt = (s - v)/tau : volt (unless refractory)
        ds/dt = -s/(5*ms) : volt
        """)
    {
        Parameters = { ["tau"] = "10*ms" },
        Threshold = "v > 10*mV",
        Reset = "v = 2*mV",
        Refractory = "1*ms",
        Initial = { ["v"] = "rand()*10*mV" },
    }.Model();

    /// <summary>Jumps of the potential, lost while refractory.</summary>
    public static ArrivalPort Jumps => new("jump", V.Dimension, [new ArrivalEffect(V, Read("int(not_refractory)"))]);

    /// <summary>Jumps of a current that decays.</summary>
    public static ArrivalPort Currents => new("current", V.Dimension, [new ArrivalEffect(S, Read("1"))]);

    private static Symbol V => Leaky.Equations.Symbols["v"];

    private static Symbol S => Leaky.Equations.Symbols["s"];

    /// <summary>100 excitatory and 30 inhibitory cells with a little of everything.</summary>
    public static CircuitModel Mixed(double spread = 0.1) => new()
    {
        Name = "mixed",
        Dt = 1e-4,
        Duration = 0.2,
        Seed = 7,
        Populations =
        [
            new PopulationModel { Name = "E", Class = "E", Size = 100, Cell = Leaky, Arrivals = [Jumps, Currents] },
            new PopulationModel { Name = "I", Class = "I", Size = 30, Cell = Leaky, Arrivals = [Jumps] },
            new PopulationModel { Name = "S", Size = 20, Spikes = new SpikeSource.Poisson(Rate(200)) },
        ],
        Projections =
        [
            Projection("E->E", 0, 0, "current", new ConnectionRule.Probability(0.2), 3e-3, spread) with { Autapses = false },
            Projection("E->I", 0, 1, "jump", new ConnectionRule.InDegree(20), 0.4e-3, spread),
            Projection("I->E", 1, 0, "jump", new ConnectionRule.OutDegree(30), -1e-3, spread),
            Projection("I->I", 1, 1, "jump", new ConnectionRule.TotalNumber(200), -1e-3, 0),
            Projection("S->E", 2, 0, "jump", new ConnectionRule.InDegree(10), 0.8e-3, 0),
        ],
        Stimuli =
        [
            new StimulusModel { Name = "noise", Target = 0, Port = "jump", Weight = 0.5e-3, Rate = Rate(2000) },
            new StimulusModel { Name = "drive", Target = 1, Port = "jump", Weight = 0.5e-3, Rate = Rate(3000) },
            new StimulusModel { Name = "kick", Target = 0, Port = "current", Weight = 9e-3, Times = [0.05, 0.1] },
        ],
        Probes = [.. Enumerable.Range(0, 3).Select(p => new ProbeModel { Population = p, Spikes = true, Every = 1e-3 })],
    };

    public static ProjectionModel Projection(
        string name, int source, int target, string port, ConnectionRule rule, double weight, double spread) => new()
        {
            Name = name,
            Source = source,
            Target = target,
            Port = port,
            Rule = rule,
            Weight = spread == 0
                ? new SynapticValue.Constant(weight)
                : new SynapticValue.Normal(weight, spread * Math.Abs(weight)),
            Delay = new SynapticValue.Uniform(0.5e-3, 2e-3),
        };

    public static Expression Rate(double hertz) => Expression.Constant(hertz, Dimension.Time.Power(-1));

    private static Expression Read(string text)
    {
        var bag = new DiagnosticBag();
        var value = ExpressionResolver.Resolve(
            new SourceText(text, "test"), Leaky.Equations.Symbols.Values, bag, ExpectedValue.Constant(Dimension.None));
        bag.ThrowIfErrors();
        return value!;
    }
}
