using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>What is written in a circuit, as the engine gets it.</summary>
public sealed class CircuitValuesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("2*w", typeof(SynapticValue.Constant), 2e-9, 0)]
    [InlineData("\"normal(w, w/10)\"", typeof(SynapticValue.Normal), 1e-9, 1e-10)]
    [InlineData("\"uniform(0 nS, w)\"", typeof(SynapticValue.Uniform), 0, 1e-9)]
    [InlineData("\"lognormal(w, 0.5)\"", typeof(SynapticValue.LogNormal), 1e-9, 0.5)]
    // mean m and deviation m: variance of the logarithm log 2, median m/sqrt(2)
    [InlineData("\"lognormal_mean(w, w)\"", typeof(SynapticValue.LogNormal), 0.70710678e-9, 0.83255461)]
    public void Weights_are_constants_or_distributions(string written, Type kind, double first, double second)
    {
        var weight = Pair($"rule: {{all_to_all: true}}, weight: {written}").Projections[0].Weight;
        Assert.IsType(kind, weight);
        var (a, b) = weight switch
        {
            SynapticValue.Constant c => (c.Value, 0),
            SynapticValue.Normal n => (n.Mean, n.StandardDeviation),
            SynapticValue.Uniform u => (u.Low, u.High),
            SynapticValue.LogNormal l => (l.Median, l.Sigma),
            _ => default,
        };
        Assert.Equal(first, a, 1e-16);
        Assert.Equal(second, b, 1e-7);
    }

    [Fact]
    public void Limits_and_distances_reach_the_engine()
    {
        var projection = Pair("rule: {distance: {kernel: von-mises, width: 0.3}}, weight: {distance: {kernel: gaussian, low: 0 nS, "
            + "high: w, width: 0.5}, maximum: 0.9 nS, limit: redraw}, delay: {conduction: {velocity: 2 m/s, offset: "
                + "1 ms}}")
            .Projections[0];
        Assert.Equal(new ConnectionRule.Distance(DistanceKernel.VonMises, 1, 0.3, null), projection.Rule);
        Assert.Equal(new SynapticValue.OfDistance(DistanceKernel.Gaussian, 0, 1e-9, 0.5)
        {
            Maximum = 0.9e-9,
            Limit = LimitRule.Redraw,
        }, projection.Weight);
        Assert.Equal(new SynapticValue.Conduction(1e-3, 2), projection.Delay);
        Assert.Equal(1e-4, ((SynapticValue.Constant)Pair("rule: {all_to_all: true}, weight: w").Projections[0].Delay).Value);
    }

    [Fact]
    public void Synapses_are_listed_in_a_file_or_in_place()
    {
        File.WriteAllText(Path.Combine(folder, "synapses.csv"),
            "source,target,weight,delay\n0,1,1e-9,0.001\n2,0,2e-9,0.002\n");
        var read = Pair("rule: {list: synapses.csv}").Projections[0];
        var listed = Assert.IsType<ConnectionRule.Listed>(read.Rule);
        Assert.Equal(([0, 2], [1, 0], [1e-9, 2e-9], [0.001, 0.002]),
            (listed.Sources.ToArray(), listed.Targets.ToArray(), listed.Weights.ToArray(), listed.Delays.ToArray()),
            Arrays.Instance);
        var placed = (ConnectionRule.Listed)Pair(
            "rule: {list: {sources: [0, 2], targets: [1, 0], weights: [1 nS, 2 nS], delays: [1 ms, 2 ms]}}").Projections[0].Rule;
        Assert.Equal(listed.Sources, placed.Sources);
        Assert.Equal(listed.Weights.ToArray(), placed.Weights.ToArray());
    }

    [Fact]
    public void Values_of_cells_are_listed_in_a_file_as_NumPy_writes_it()
    {
        // numpy.save of numpy.array([0.01, 0.02, 0.03])
        var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }".PadRight(117) + "\n";
        File.WriteAllBytes(Path.Combine(folder, "tau.npy"),
        [
            0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(header),
            .. new[] { 0.01, 0.02, 0.03 }.SelectMany(BitConverter.GetBytes),
        ]);
        var population = Cells("parameters: {tau: {file: tau.npy}}, initial: {v: [-60 mV, -61 mV, -62 mV]}");
        Assert.Equal([0.01, 0.02, 0.03], population.Listed["tau"]);
        Assert.Equal([-0.060, -0.061, -0.062], population.Listed["v"]);
        Assert.DoesNotContain(population.Cell!.Parameters, p => p.Name == "tau");
        Assert.Equal(EquationKind.Parameter, population.Cell.Equations.Find("tau")!.Kind);
    }

    [Theory]
    [InlineData("", "it is no NPY file")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }\n", "16,000,000,000 bytes")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (3,), }\n", "real numbers")]
    public void A_damaged_NumPy_file_is_refused_before_memory_is_taken(string header, string expected)
    {
        File.WriteAllBytes(Path.Combine(folder, "tau.npy"), header.Length == 0 ? [1, 2, 3] :
        [
            0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), 0, 0, 0,
        ]);
        Assert.Contains(expected, Assert.Throws<Isonomia.Modeling.Diagnostics.ModelException>(
            () => Cells("parameters: {tau: {file: tau.npy}}")).Message);
    }

    [Fact]
    public void A_drawn_parameter_is_another_for_each_cell_and_what_is_computed_from_it_follows()
    {
        var cell = Cells("parameters: {C: \"normal(200 pF, 10 pF)\"}", "adaptive-exponential").Cell!;
        Assert.Contains(Postorder.Of(cell.Initial["C"]), n => n.Operator == Operator.Normal);
        Assert.Equal(EquationKind.Parameter, cell.Equations.Find("C")!.Kind);
        Assert.DoesNotContain(cell.Parameters, p => p.Name == "C");
    }

    [Fact]
    public void Initial_values_read_the_cells_parameters_and_reach_states_of_receptors()
    {
        var circuit = Pair("rule: {all_to_all: true}, weight: w", "initial: {v: EL + 1 mV, ampa_g: 3*w}");
        var initial = circuit.Populations[0].Cell!.Initial;
        Assert.Equal(3e-9, Evaluator.Evaluate(initial["ampa_g"], _ => double.NaN), 1e-20);
        Assert.Equal(["EL"], FreeVariables.Of(initial["v"]));
    }

    [Fact]
    public void A_current_reaches_some_of_the_cells_for_some_of_the_time()
    {
        var circuit = Model("""
              E: {cell: cells/lif, size: 3}
            stimuli:
              - {kind: current, to: E, value: 100 pA, cells: [0, 2], start: 10 ms, stop: 20 ms}
              - {kind: current, to: E, value: 1 nA*sin(2*pi*10 Hz*t)}
            """);
        var population = circuit.Populations[0];
        Assert.Equal([1, 0, 1], population.Listed["input1_cells"]);
        var current = population.Cell!.Equations.Find("I_ext")!.Right!;
        double At(double t, double reached) =>
            Evaluator.Evaluate(current, n => n == "t" ? t : n == "dt" ? 1e-4
                : reached) - (1e-9 * Math.Sin(2 * Math.PI * 10 * t));
        Assert.Equal([0, 100, 100, 0, 0],
            new[] { At(9.9e-3, 1), At(10e-3, 1), At(19.9e-3, 1), At(20e-3, 1), At(15e-3, 0) }
            .Select(v => Math.Round(v / 1e-12, 9)));
    }

    [Fact]
    public void A_distributed_current_is_drawn_once_for_each_cell()
    {
        var cell = Model("""
              E: {cell: cells/lif, size: 3}
            stimuli:
              - {kind: current, to: E, value: "normal(100 pA, 5 pA)"}
            """).Populations[0].Cell!;
        Assert.Equal("input1_level", cell.Equations.Find("I_ext")!.Right!.Name);
        Assert.Equal(1e-10, Evaluator.Evaluate(cell.Initial["input1_level"], _ => 0, (_, _) => 0), 1e-22);
        Assert.Equal(1.1e-10, Evaluator.Evaluate(cell.Initial["input1_level"], _ => 0, (_, _) => 2), 1e-22);
    }

    [Fact]
    public void Rates_follow_expressions_and_tables()
    {
        File.WriteAllText(Path.Combine(folder, "rates.csv"), "0.1 10\n0.2 20\n0.5 0\n");
        var circuit = Model("""
              S: {spikes: {kind: poisson, rate: 5 Hz*i + 1 Hz*int(t > 1 s)}, size: 4}
              E: {cell: cells/lif, size: 3}
            stimuli:
              - {kind: poisson, to: E, receptor: receptors/ampa, rate: {file: rates.csv}, weight: 1 nS}
            """);
        var source = Assert.IsType<SpikeSource.Poisson>(circuit.Populations[0].Spikes);
        Assert.Equal(11, Evaluator.Evaluate(source.Rate, n => 2));
        Assert.Equal([0, 10, 10, 20, 20, 0, 0], new[] { 0.05, 0.1, 0.15, 0.2, 0.4, 0.5, 9 }
            .Select(t => Evaluator.Evaluate(circuit.Stimuli[0].Rate!, _ => t)));
    }

    [Fact]
    public void Listed_spikes_come_in_the_order_of_their_times()
    {
        File.WriteAllText(Path.Combine(folder, "spikes.csv"), "# time cell\n0.002;1\n0.001;0\n0.002;0\n");
        var circuit = Model("""
              S: {spikes: {kind: list, file: spikes.csv}, size: 2}
            """);
        var listed = Assert.IsType<SpikeSource.Listed>(circuit.Populations[0].Spikes);
        Assert.Equal([0.001, 0.002, 0.002], listed.Times);
        Assert.Equal([0, 0, 1], listed.Cells);
    }

    [Fact]
    public void A_probe_may_record_every_tenth_cell()
    {
        var probe = Model("""
              E: {cell: cells/lif, size: 35}
            probes:
              - {of: E, variables: [v], cells: "5:35:10", every: 1 ms}
            """).Probes[0];
        Assert.Equal([5, 15, 25], probe.Cells!.Value);
        Assert.Equal(1e-3, probe.Every);
    }

    [Fact]
    public void A_cell_in_a_file_beside_the_circuit_is_found()
    {
        File.WriteAllText(Path.Combine(folder, "own.yaml"), "cell: own\nequations: 'dv/dt = -v/ms : volt'\n");
        File.WriteAllText(Path.Combine(folder, "c.yaml"), "circuit: c\npopulations: {E: {cell: own.yaml, size: 3}}\n");
        Assert.Equal("own", ModelFile.ReadCircuit(Path.Combine(folder, "c.yaml")).Populations[0].Cell!.Name);
    }

    private PopulationModel Cells(string changes, string cell = "lif") =>
        Model($"  E: {{cell: cells/{cell}, size: 3, {changes}}}").Populations[0];

    private CircuitModel Pair(string projection, string changes = "class: E") => Model(
        $"  E: {{cell: cells/lif, size: 3, {changes}, space: {{kind: ring, width: 2*pi}}}}\nprojections:\n"
        + $"  - {{from: E, to: E, receptor: receptors/ampa, {projection}}}\n");

    private CircuitModel Model(string populations)
    {
        var circuit = Written.Circuit("circuit: c\nparameters: {w: 1 nS}\npopulations:\n" + populations);
        return (circuit with { Folder = folder }).ToModel();
    }

    private sealed class Arrays : IEqualityComparer<(int[], int[], double[], double[])>
    {
        public static Arrays Instance { get; } = new();

        public bool Equals((int[], int[], double[], double[]) x, (int[], int[], double[], double[]) y) =>
            x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2) && x.Item3.SequenceEqual(y.Item3)
                && x.Item4.SequenceEqual(y.Item4);

        public int GetHashCode((int[], int[], double[], double[]) value) => value.Item1.Length;
    }
}
