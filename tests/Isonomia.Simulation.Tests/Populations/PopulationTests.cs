using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>States, parameters, inputs and probes of a population.</summary>
public class PopulationTests
{
    private static readonly CellText Conductance = new(
        "dv/dt = (gL*(EL - v) + I_syn)/C : volt\nI_syn = g*(Ee - v) : amp\ndg/dt = -g/taue : siemens")
    {
        Parameters = new()
        {
            ["C"] = "200*pF",
            ["gL"] = "10*nS",
            ["EL"] = "-70*mV",
            ["Ee"] = "0*mV",
            ["taue"] = "5*ms",
        },
        Initial = new() { ["v"] = "EL", ["g"] = "2*nS" },
    };

    [Fact]
    public void A_conductance_without_input_decays_to_next_to_nothing_but_not_to_subnormal_numbers()
    {
        var population = Conductance.Population(16, new PopulationSettings { Dt = 1e-4 });
        for (var step = 0; step < 8000; step++)
        {
            population.Step(step, new int[16]);
            Assert.True(population["g", 0] >= 1.17549435e-38);
        }

        // exp(-800/5) is 1e-70.
        Assert.InRange(population["g", 0], 0, 1e-35);
    }

    [Fact]
    public void A_state_that_leaves_the_numbers_is_reported_with_its_cell_and_time()
    {
        var unstable = new CellText("dx/dt = x**2/ms : 1\ndy/dt = -y/ms : 1")
        {
            Initial = new() { ["x"] = "0.001*(1 + 100*int(i == 17))" },
            Method = IntegrationMethod.Euler,
        };
        var population = unstable.Population(40, new PopulationSettings { Dt = 1e-3, Name = "E" });
        var found = Assert.Throws<DivergenceException>(() => Spikes.Of(population, 1000));
        Assert.Equal(("E", "x", 17), (found.Population, found.Variable, found.Cell));
        Assert.InRange(found.Time, 0.010, 0.030);
        Assert.Contains("x of cell 17", found.Message);
    }

    [Fact]
    public void A_probe_records_named_subexpressions_of_the_states_as_they_are()
    {
        var population = Conductance.Population(5, new PopulationSettings { Dt = 1e-4, Precision = Precision.Double });
        population["g", 3] = 7e-9;
        var symbols = population.Model.Equations.Symbols;
        var probe = population.Probe(("I_syn", symbols["I_syn"].Read), ("time", symbols["t"].Read));
        probe.Evaluate(30);
        Assert.Equal(2e-9 * 0.070, probe[0, 0], 1e-20);
        Assert.Equal(7e-9 * 0.070, probe[0, 3], 1e-20);
        Assert.Equal(3e-3, probe[1, 4], 1e-15);
    }

    [Fact]
    public void Cells_with_parameters_of_their_own_are_those_of_populations_that_share_them()
    {
        double[] taus = [2e-3, 5e-3, 11e-3];
        var mixed = Conductance.Population(3, new PopulationSettings
        {
            Dt = 1e-4,
            Parameters = new Dictionary<string, double[]> { ["taue"] = taus }.ToImmutable(),
        });
        Spikes.Of(mixed, 300);
        for (var cell = 0; cell < 3; cell++)
        {
            var alike = Conductance.Population(1, new PopulationSettings
            {
                Dt = 1e-4,
                Parameters = new Dictionary<string, double[]> { ["taue"] = [taus[cell]] }.ToImmutable(),
            });
            Spikes.Of(alike, 300);
            Assert.Equal(alike["v", 0], mixed["v", cell], 1e-6 * Math.Abs(alike["v", 0]));
            Assert.Equal(alike["g", 0], mixed["g", cell], 1e-5 * alike["g", 0]);
        }
    }

    [Fact]
    public void A_parameter_can_be_changed_between_steps()
    {
        var population = Conductance.Population(2, new PopulationSettings { Dt = 1e-4, Precision = Precision.Double });
        population.SetParameter("taue", 1e-3);
        for (var step = 0; step < 10; step++)
            population.Step(step, new int[2]);
        Assert.Equal(2e-9 * Math.Exp(-1), population["g", 1], 1e-15);
        Assert.Equal([1e-3], population.Parameter("taue"));
        Assert.Throws<ArgumentException>(() => population.SetParameter("taue", 1e-3, 2e-3));
        Assert.Throws<ArgumentException>(() => population.SetParameter("tau", 1e-3));
    }

    [Fact]
    public void What_depends_on_time_only_is_exact_in_single_precision_however_long_a_run_is()
    {
        // In single precision t itself would be off by 0.03 ms after 1,000 s, a third of a period here.
        var wave = new CellText("dx/dt = (sin(2*pi*10*kHz*(t + dt/4)) - x)/dt : 1")
        {
            Method = IntegrationMethod.Euler,
        };
        var population = wave.Population(4, new PopulationSettings { Dt = 1e-4 });
        population.Step(10_000_000, new int[4]);
        Assert.Equal(1, population["x", 0], 1e-3);
    }

    [Fact]
    public void States_can_be_reached_in_place_for_delta_synapses()
    {
        var population = Conductance.Population(100, new PopulationSettings { Dt = 1e-4 });
        var layout = population.Layout("g");
        for (var cell = 0; cell < 100; cell++)
            population.Singles[layout.IndexOf(cell)] = cell * 1e-9f;
        Assert.All(Enumerable.Range(0, 100), cell => Assert.Equal(cell * 1e-9f, population["g", cell]));
    }
}
