using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Coupling;

namespace Isonomia.Simulation.Tests.Coupling;

public class GradedCouplingTests
{
    private static readonly SynapticValue.Constant Weight = new(0.3);

    public static TheoryData<string> Pairs => ["each to each", "ring", "ring to fewer", "ring to more", "odd ring",
        "ring without itself", "without itself", "sparse", "dense", "few"];

    private static (CoupledPair Pair, GradedForm[] Forms) Named(string name) => name switch
    {
        "each to each" => (AllToAll(1500, 70), [GradedForm.Uniform, GradedForm.Dense, GradedForm.Sparse]),
        "without itself" => (AllToAll(1030, 1030, false), [GradedForm.Uniform, GradedForm.Dense, GradedForm.Sparse]),
        "ring" => (CoupledPair.OnRing(256, 256), [GradedForm.Ring, GradedForm.Dense, GradedForm.Sparse]),
        "ring to fewer" => (CoupledPair.OnRing(512, 64), [GradedForm.Ring, GradedForm.Dense, GradedForm.Sparse]),
        "ring to more" => (CoupledPair.OnRing(64, 512), [GradedForm.Ring, GradedForm.Dense, GradedForm.Sparse]),
        "odd ring" => (CoupledPair.OnRing(303, 101), [GradedForm.Ring, GradedForm.Dense, GradedForm.Sparse]),
        "ring without itself" => (
            CoupledPair.OnRing(256, 256, true, false), [GradedForm.Ring, GradedForm.Dense, GradedForm.Sparse]),
        "sparse" => (CoupledPair.AtRandom(90, 1201, 0.1), [GradedForm.Dense, GradedForm.Sparse]),
        "dense" => (CoupledPair.AtRandom(51, 1050, 0.6), [GradedForm.Dense, GradedForm.Sparse]),
        _ => (CoupledPair.AtRandom(3, 5, 0.5), [GradedForm.Dense, GradedForm.Sparse]),
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void All_forms_give_the_plain_sums_within_rounding(string name)
    {
        var (pair, forms) = Named(name);
        var values = CoupledPair.Values(pair.Source.Size);
        var singles = Array.ConvertAll(values, static v => (float)v);
        var (sums, sizes) = pair.Plainly(values);
        foreach (var form in forms)
        {
            var doubled = CoupledPair.Run(pair.Coupling<double>(form), values, pair.Target.Size);
            var single = CoupledPair.Run(pair.Coupling<float>(form), singles, pair.Target.Size);
            // Double: n roundings of 2^-53 at worst; single: weights, values and the sum are rounded to 2^-24 once.
            for (var i = 0; i < sums.Length; i++)
            {
                Assert.True(Math.Abs(doubled[i] - sums[i]) <= 1e-12 * (sizes[i] + sizes.Max()), $"{form} {i}");
                Assert.True(Math.Abs(single[i] - sums[i]) <= 2e-7 * sizes[i] + 1e-12, $"{form} {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_and_ranges_of_targets_do_not_change_a_bit(string name)
    {
        var (pair, forms) = Named(name);
        var values = Array.ConvertAll(CoupledPair.Values(pair.Source.Size), static v => (float)v);
        foreach (var form in forms)
        {
            var coupling = pair.Coupling<float>(form);
            var whole = CoupledPair.Run(coupling, values, pair.Target.Size);
            foreach (var (parts, range) in new[] { (2, 16), (3, 100), (7, 1), (64, 1031) })
                Assert.Equal(whole, CoupledPair.Run(coupling, values, pair.Target.Size, parts, range));
            Assert.Equal(whole, CoupledPair.Run(pair.Coupling<float>(form, threads: 4), values, pair.Target.Size));
        }
    }

    [Fact]
    public void Matrix_and_lists_agree_to_the_bit()
    {
        var pair = CoupledPair.AtRandom(200, 300, 0.3);
        var values = Array.ConvertAll(CoupledPair.Values(200), static v => (float)v);
        Assert.Equal(
            CoupledPair.Run(pair.Coupling<float>(GradedForm.Dense), values, 300),
            CoupledPair.Run(pair.Coupling<float>(GradedForm.Sparse), values, 300));
    }

    [Fact]
    public void Each_to_each_is_the_sum_less_the_own_share()
    {
        // Small integers times a power of two: exact.
        var pair = AllToAll(2000, 2000, false);
        var coupling = GradedCoupling<float>.Create(
            pair.Projection with { Weight = new SynapticValue.Constant(0.25) }, pair.Source, pair.Target, pair.Edges);
        var values = Enumerable.Range(0, 2000).Select(static j => (float)(j % 100)).ToArray();
        var sums = CoupledPair.Run(coupling, values, 2000);
        for (var i = 0; i < sums.Length; i++)
            Assert.Equal((20 * 4950 - (i % 100)) / 4f, sums[i]);
        Assert.Equal(2000 * 1999, coupling.Edges);
    }

    [Fact]
    public void A_wave_on_a_ring_comes_back_as_the_same_wave()
    {
        // Waves are the eigenvectors of a circulant matrix; the eigenvalue is the kernel's Fourier coefficient.
        const int n = 512, cycles = 3;
        var pair = CoupledPair.OnRing(n, n);
        var wave = Enumerable.Range(0, n).Select(static j => Math.Cos(2 * Math.PI * cycles * j / n)).ToArray();
        var eigenvalue = Enumerable.Range(0, n).Sum(d => pair.Weight(d, 0) * wave[d]);
        var sums = CoupledPair.Run(pair.Coupling<double>(), wave, n);
        Assert.True(eigenvalue > 10);
        for (var i = 0; i < n; i++)
            Assert.Equal(eigenvalue * wave[i], sums[i], 1e-10);
    }

    [Theory]
    [InlineData(512, 512, true)]
    [InlineData(512, 512, false)]
    [InlineData(512, 128, true)]
    [InlineData(64, 512, true)]
    public void Rings_as_they_are_drawn_convolve_to_what_their_edges_add_up_to(int sources, int targets, bool autapses)
    {
        var pair = CoupledPair.OnRing(sources, targets, sources == targets, autapses);
        var coupling = GradedCoupling<double>.Create(pair.Projection, pair.Source, pair.Target, 9, 1e-4, 2);
        var values = CoupledPair.Values(sources);
        var sums = new double[targets];
        new ProjectionEdges(pair.Projection, pair.Source, pair.Target, 9, 1e-4).Generate(0, targets, batch =>
        {
            for (var e = 0; e < batch.Count; e++)
                sums[batch.Targets[e]] += batch.Weights[e] * values[batch.Sources[e]];
        });
        var found = CoupledPair.Run(coupling, values, targets);
        Assert.Equal(GradedForm.Ring, coupling.Form);
        for (var i = 0; i < targets; i++)
            Assert.Equal(sums[i], found[i], 1e-10);
    }

    [Fact]
    public void Sums_add_to_what_is_there_and_follow_the_values()
    {
        var pair = CoupledPair.AtRandom(100, 80, 0.1);
        var coupling = pair.Coupling<double>();
        var ones = Enumerable.Repeat(1.0, 100).ToArray();
        var targets = CoupledPair.Run(coupling, ones, 80);
        coupling.Prepare(Array.ConvertAll(ones, static v => -v), 0, 1);
        coupling.AddTo(0, targets);
        Assert.All(targets, static t => Assert.Equal(0, t));
    }

    [Fact]
    public void Several_synapses_between_two_cells_add()
    {
        var pair = CoupledPair.AtRandom(20, 30, 0.5) with
        {
            Multiplicity = static (i, j) => (i + j) % 4,
            Weight = static (_, _) => 0.5,
        };
        var ones = Enumerable.Repeat(1f, 20).ToArray();
        foreach (var form in new[] { GradedForm.Dense, GradedForm.Sparse })
        {
            var coupling = pair.Coupling<float>(form);
            Assert.All(CoupledPair.Run(coupling, ones, 30), static sum => Assert.Equal(15, sum));
            Assert.Equal(20 * 30 * 3 / 2, coupling.Edges);
        }
    }

    [Fact]
    public void What_is_kept_is_what_was_predicted()
    {
        foreach (var name in Pairs)
        {
            var (pair, forms) = Named(name.Data);
            foreach (var form in forms)
            {
                var coupling = pair.Coupling<float>(form);
                var predicted = GradedStructure.PredictBytes(
                    form, coupling.Edges, pair.Source.Size, pair.Target.Size, 4);
                Assert.InRange(coupling.Bytes, 0.9 * predicted - 64, 1.1 * predicted + 64);
            }
        }
    }

    [Fact]
    public void Values_of_another_number_and_targets_that_are_none_are_refused()
    {
        var coupling = CoupledPair.AtRandom(10, 20, 0.5).Coupling<float>();
        Assert.Throws<ArgumentException>(() => coupling.Prepare(new float[9], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => coupling.Prepare(new float[10], 2, 2));
        Assert.Throws<ArgumentException>(() => coupling.AddTo(15, new float[6]));
    }

    private static CoupledPair AllToAll(int sources, int targets, bool autapses = true) => CoupledPair.Of(
        new ConnectionRule.AllToAll(), Weight, sources, targets, static (_, _) => 0.3, isSame: !autapses,
        autapses: autapses);
}
