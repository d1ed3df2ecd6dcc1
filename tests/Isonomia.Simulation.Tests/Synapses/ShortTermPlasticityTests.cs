using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>
/// Tsodyks and Markram's synapse (1998, Neural Computation 10:821). References: the closed form of the steady state at
/// a regular rate f, u* = U/(1 - (1 - U) exp(-1/(f tau_f))) and x* = (1 - exp(-1/(f tau_r)))/(1 - (1 - u*) exp(-1/(f
/// tau_r))), and the first ten releases of its recursion, evaluated elsewhere to four digits.
/// </summary>
public class ShortTermPlasticityTests
{
    private static readonly ConnectionRule.OneToOne One = new();

    /// <summary>Steady over first release, by frequency.</summary>
    public static TheoryData<double, double, double, double, double> Ratios => new()
    {
        { 0.5, 0.8, 0, 1, .8328 }, { 0.5, 0.8, 0, 5, .3623 }, { 0.5, 0.8, 0, 10, .2103 }, { 0.5, 0.8, 0, 20, .1143 },
        { 0.5, 0.8, 0, 40, .0597 }, { 0.5, 0.8, 0, 50, .0482 },
        { .05, .13, .53, 1, 1.168 }, { .05, .13, .53, 5, 2.760 }, { .05, .13, .53, 10, 3.898 },
        { .05, .13, .53, 20, 4.130 }, { .05, .13, .53, 40, 3.034 }, { .05, .13, .53, 50, 2.592 },
    };

    [Theory]
    [MemberData(nameof(Ratios))]
    public void Releases_at_a_regular_rate_become_those_of_the_closed_form(
        double use, double recovery, double facilitation, double rate, double published)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var releases = Releases(use, recovery, facilitation, rate, 400, precision);
            double decayF = facilitation == 0 ? 0 : Math.Exp(-1 / (rate * facilitation));
            var decayR = Math.Exp(-1 / (rate * recovery));
            var u = use / (1 - (1 - use) * decayF);
            var x = (1 - decayR) / (1 - (1 - u) * decayR);
            Assert.Equal(u * x, releases[^1], 1e-6);
            Assert.Equal(published, releases[^1] / releases[0], 5e-4);
        }
    }

    [Fact]
    public void The_first_ten_releases_at_20_hertz_are_those_of_the_recursion()
    {
        double[] depressing = [.5, .2651, .1548, .1030, .0787, .0673, .0619, .0594, .0582, .0576];
        double[] facilitating = [.05, .0901, .1196, .1403, .1546, .1645, .1718, .1772, .1816, .1852];
        var first = Releases(0.5, 0.8, 0, 20, 10, Precision.Single);
        var second = Releases(0.05, 0.13, 0.53, 20, 10, Precision.Single);
        for (var k = 0; k < 10; k++)
        {
            Assert.Equal(depressing[k], first[k], 1e-4);
            Assert.Equal(facilitating[k], second[k], 1e-4);
        }
    }

    [Fact]
    public void A_synapse_that_rested_for_hours_has_recovered_completely()
    {
        // 2^24 steps and more between events: every table of factors is used.
        var synapse = Dynamic(0.5, 0.8, 0.5).Model();
        var projection = new PlasticProjection(synapse, One, 1, 1);
        projection.Pre(0, 1, 0);
        projection.Pre(500_000_000, 1, 0);
        Assert.Equal(2 * 0.5, projection.Arrived(), 1e-7);
    }

    [Fact]
    public void The_time_since_the_last_event_may_be_any_number_of_steps()
    {
        var synapse = new SynapseText
        {
            Parameters = { ["tau"] = 300 },
            States = { ["x"] = ("(1 - x)/tau", "0") },
            OnPre = "_transmitted = x",
        }.Model();
        long[] gaps = [1, 255, 256, 257, 65_535, 65_536, 100_000, 16_777_215, 16_777_217, 50_000_000];
        foreach (var gap in gaps)
        {
            var projection = new PlasticProjection(synapse, One, 1, 1);
            projection.Pre(gap - 1, 1, 0);
            Assert.Equal(1 - Math.Exp(-gap * 1e-4 / 300), projection.Arrived(), 2e-8);
        }
    }

    internal static SynapseText Dynamic(double use, double recovery, double facilitation) => facilitation == 0
        ? new SynapseText
        {
            Parameters = { ["U"] = use, ["tau_r"] = recovery },
            States = { ["x"] = ("(1 - x)/tau_r", "1") },
            OnPre = """
                _transmitted = w*U*x
                x = x - U*x
                """,
        }
        : new SynapseText
        {
            Parameters = { ["U"] = use, ["tau_r"] = recovery, ["tau_f"] = facilitation },
            States = { ["u"] = ("-u/tau_f", "0"), ["x"] = ("(1 - x)/tau_r", "1") },
            OnPre = """
                u = u + U*(1 - u)
                released = u*x
                x = x - released
                _transmitted = w*released
                """,
        };

    private static double[] Releases(
        double use, double recovery, double facilitation, double rate, int count, Precision precision)
    {
        var projection = new PlasticProjection(
            Dynamic(use, recovery, facilitation).Model(), One, 1, 1, precision: precision);
        var interval = (long)Math.Round(1 / (rate * PlasticProjection.Dt));
        return [.. Enumerable.Range(0, count).Select(k =>
        {
            projection.Pre(k * interval, 1, 0);
            return projection.Arrived();
        })];
    }
}
