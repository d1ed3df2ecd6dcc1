using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses;
using Isonomia.Simulation.Tests.Populations;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>References: closed forms of pair-based rules for given spike times, and a direct sum over all
/// pairs.</summary>
public class SpikeTimingTests
{
    private const double Plus = 0.01, Minus = 0.012, TauPlus = 20e-3, TauMinus = 30e-3;

    private static readonly SynapseText Pairs = new()
    {
        Parameters = { ["Ap"] = Plus, ["Am"] = Minus, ["tau_p"] = TauPlus, ["tau_m"] = TauMinus },
        States = { ["apre"] = ("-apre/tau_p", "0"), ["apost"] = ("-apost/tau_m", "0") },
        OnPre = """
            apre = apre + Ap
            w = w - apost
            _transmitted = w
            """,
        OnPost = """
            apost = apost + Am
            w = w + apre
            """,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(777)]
    public void A_pair_changes_the_weight_as_the_window_says(int gap)
    {
        // Source first: + A+ exp(-gap/tau+), at the same time too; target first: - A- exp(-gap/tau-).
        var causal = new PlasticProjection(Pairs.Model(), new ConnectionRule.OneToOne(), 1, 1);
        causal.Pre(1000, 1, 0);
        causal.Post(1000 + gap, 0);
        Assert.Equal(1 + Plus * Math.Exp(-gap * 1e-4 / TauPlus), causal.State()[0], 1e-12);
        if (gap == 0)
            return;
        var acausal = new PlasticProjection(Pairs.Model(), new ConnectionRule.OneToOne(), 1, 1);
        acausal.Post(1000, 0);
        acausal.Pre(1000 + gap, 1, 0);
        Assert.Equal(1 - Minus * Math.Exp(-gap * 1e-4 / TauMinus), acausal.State()[0], 1e-12);
        Assert.Equal(acausal.State()[0], acausal.Arrived(), 1e-8);
    }

    [Theory]
    [InlineData(Precision.Single, 2e-5)]
    [InlineData(Precision.Double, 1e-11)]
    public void All_pairs_of_two_trains_add_up(Precision precision, double tolerance)
    {
        var random = new Random(5);
        long[] pre = [.. Enumerable.Range(0, 60).Select(_ => random.NextInt64(20_000)).Distinct().Order()];
        long[] post = [.. Enumerable.Range(0, 60).Select(_ => random.NextInt64(20_000)).Distinct().Order()];
        var projection = new PlasticProjection(
            Pairs.Model(), new ConnectionRule.OneToOne(), 1, 1, precision: precision);
        for (var step = 0L; step < 20_000; step++)
        {
            if (Array.BinarySearch(pre, step) >= 0)
                projection.Pre(step, 1, 0);
            if (Array.BinarySearch(post, step) >= 0)
                projection.Post(step, 0);
        }

        var expected = 1 + pre.Sum(a => post.Sum(b => a <= b
            ? Plus * Math.Exp(-(b - a) * 1e-4 / TauPlus)
            : -Minus * Math.Exp(-(a - b) * 1e-4 / TauMinus)));
        Assert.Equal(expected, projection.State()[0], tolerance);
    }

    [Fact]
    public void A_trace_that_drives_another_follows_the_difference_of_exponentials()
    {
        // x' = -x/a, y' = (x - y)/b: y(t) = (exp(-t/a) - exp(-t/b)) a/(a - b) after x = 1.
        var synapse = new SynapseText
        {
            Parameters = { ["tau_a"] = 5e-3, ["tau_b"] = 17e-3 },
            States = { ["x"] = ("-x/tau_a", "0"), ["y"] = ("(x - y)/tau_b", "0") },
            OnPre = "x = x + 1",
            OnPost = "w = y",
        }.Model();
        foreach (var gap in new[] { 3, 90, 300, 1000 })
        {
            var projection = new PlasticProjection(synapse, new ConnectionRule.OneToOne(), 1, 1);
            projection.Pre(10, 1, 0);
            projection.Post(10 + gap, 0);
            var t = gap * 1e-4;
            Assert.Equal(
                (Math.Exp(-t / 5e-3) - Math.Exp(-t / 17e-3)) * 5 / (5.0 - 17), projection.State()[0], 1e-12);
        }
    }

    [Fact]
    public void Inhibitory_plasticity_balances_the_target_rate()
    {
        // Vogels et al. 2011 (doi:10.1126/science.1211095): at each spike of either side w += eta (trace - alpha at a
        // presynaptic one), alpha = 2 rho0 tau. Two regular, interleaved trains of one rate f: by hand, with
        // q = exp(-1/(f tau)), the trace of the other side half an interval later is sqrt(q)/(1 - q), so the weight
        // moves by eta (2 sqrt(q)/(1 - q) - alpha) an interval.
        const double Tau = 20e-3, Eta = 0.001, Target = 5;
        const int Interval = 1000;
        var q = Math.Exp(-Interval * 1e-4 / Tau);
        var vogels = new SynapseText
        {
            Parameters = { ["tau"] = Tau, ["eta"] = Eta, ["alpha"] = 2 * Target * Tau, ["wmax"] = 10 },
            States = { ["apre"] = ("-apre/tau", "0"), ["apost"] = ("-apost/tau", "0") },
            OnPre = """
                apre = apre + 1
                w = clip(w + (apost - alpha)*eta, 0, wmax)
                _transmitted = w
                """,
            OnPost = """
                apost = apost + 1
                w = clip(w + apre*eta, 0, wmax)
                """,
        }.Model();
        var projection = new PlasticProjection(vogels, new ConnectionRule.OneToOne(), 1, 1);
        void Run(int from, int count)
        {
            for (var k = from; k < from + count; k++)
            {
                projection.Pre(k * Interval, 1, 0);
                projection.Post(k * Interval + Interval / 2, 0);
            }
        }

        Run(0, 50);
        var before = projection.State()[0];
        Run(50, 100);
        var perInterval = (projection.State()[0] - before) / 100;
        Assert.Equal(Eta * (2 * Math.Sqrt(q) / (1 - q) - 2 * Target * Tau), perInterval, 1e-12);

        // Without spikes of the target the weight falls by eta alpha a presynaptic spike until nothing is left.
        for (var k = 200; k < 20_200; k++)
            projection.Pre(k * Interval, 1, 0);
        Assert.Equal(0, projection.State()[0]);
    }

    [Fact]
    public void A_rule_reads_states_parameters_and_subexpressions_of_the_targets_cell()
    {
        var cells = new CellText("dv/dt = -v/(10*ms) : 1\nhalf = v/2 + k : 1\nown : 1 (constant)")
        {
            Parameters = { ["k"] = "3" },
            Initial = { ["v"] = "i + 1" },
        }.Population(40, new PopulationSettings
        {
            Dt = PlasticProjection.Dt,
            Precision = Precision.Double,
            Parameters = System.Collections.Immutable.ImmutableSortedDictionary<string, double[]>.Empty.Add(
                "own", [.. Enumerable.Range(0, 40).Select(i => i * i * 1.0)]),
        });
        var synapse = new SynapseText
        {
            OfCell = ["v", "half", "own"],
            OnPre = "w = v + 100*half + 10000*own",
        }.Model();
        var projection = new PlasticProjection(
            synapse, new ConnectionRule.OneToOne(), 40, 40, cells: cells, precision: Precision.Double);
        projection.Pre(0, 1, [.. Enumerable.Range(0, 40)]);
        Assert.Equal(
            Enumerable.Range(0, 40).Select(i => i + 1 + 100 * ((i + 1) / 2.0 + 3) + 10000.0 * i * i),
            projection.State());
    }

    [Fact]
    public void What_grows_beyond_what_can_be_added_up_is_told()
    {
        var synapse = new SynapseText { OnPre = "w = w*4\n_transmitted = w" }.Model();
        var projection = new PlasticProjection(synapse, new ConnectionRule.OneToOne(), 3, 3);
        projection.Pre(0, 1, 2);
        var error = Assert.Throws<WeightOverflowException>(() => projection.Pre(1, 1, 2));
        Assert.Contains("target 2", error.Message);
    }

    [Fact]
    public void Rules_that_cannot_be_solved_are_refused_with_the_reason()
    {
        string Refusal(SynapseText synapse) => Assert.Throws<ProjectionException>(
            () => new PlasticProjection(synapse.Model(), new ConnectionRule.OneToOne(), 1, 1)).Message;
        var tau = new Dictionary<string, double> { ["tau"] = 1 };
        Assert.Contains("not linear", Refusal(new() { Parameters = tau, States = { ["x"] = ("-x*x/tau", "0") } }));
        Assert.Contains("'v'", Refusal(new() { OfCell = ["v"], OnPre = "w = v" }));
        Assert.Contains("draws at an event", Refusal(new() { OnPre = "w = poisson(2)" }));
    }
}
