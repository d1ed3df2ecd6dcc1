using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>One run, done in every way that must not matter.</summary>
public class ReproducibilityTests
{
    private const int Size = 300;

    // Everything that a step can hold: functions, noise, draws in the reset, a refractory time for each cell, the time
    // since the last spike, an input, parameters for each cell.
    private static readonly CellText Everything = new("""
        dv/dt = (EL - v + spike + R*(I_ext - w) + wave)/tau + 3*mV*xi/sqrt(tau) : volt (unless refractory)
        wave = 5*mV*sin(2*pi*40*Hz*t) : volt
        spike = DeltaT*exp((v - VT)/DeltaT) : volt
        dw/dt = (a*(v - EL) - w)/tauw : amp
        ds/dt = -s/(5*ms) : 1
        late = clip((t - lastspike)/(10*ms), 0, 1) : 1
        jitter : second
        """)
    {
        Parameters = new()
        {
            ["tau"] = "10*ms",
            ["tauw"] = "100*ms",
            ["EL"] = "-70*mV",
            ["VT"] = "-55*mV",
            ["DeltaT"] = "2*mV",
            ["R"] = "50*Mohm",
            ["a"] = "2*nS",
        },
        Initial = new() { ["v"] = "EL + 10*mV*rand()", ["jitter"] = "1*ms*rand()" },
        Threshold = "v > -40*mV + 2*mV*rand()",
        Reset = "v = EL + 2*mV*randn()\nw += 20*pA*late\ns += poisson(3.5)",
        Refractory = "2*ms + jitter + 0.5*ms*rand()",
        Method = IntegrationMethod.Euler,
    };

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Cells_do_the_same_to_the_last_bit_at_every_width(Precision precision)
    {
        var expected = Run(precision, LaneWidth.Scalar, 0);
        Assert.True(expected.Spikes.Length > Size);
        foreach (var width in new[] { LaneWidth.Bits128, LaneWidth.Bits256, LaneWidth.Bits512, LaneWidth.Widest })
        {
            var found = Run(precision, width, 0);
            Assert.Equal(expected.Spikes, found.Spikes);
            Assert.Equal(expected.State, found.State);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(288)]
    public void Cells_do_the_same_however_they_are_divided_among_threads(int share)
    {
        var expected = Run(Precision.Single, LaneWidth.Widest, 0);
        var found = Run(Precision.Single, LaneWidth.Widest, share);
        Assert.Equal(expected.Spikes, found.Spikes);
        Assert.Equal(expected.State, found.State);
    }

    [Fact]
    public void Another_seed_or_name_gives_other_noise()
    {
        var expected = Run(Precision.Single, LaneWidth.Widest, 0);
        Assert.NotEqual(expected.State, Run(Precision.Single, LaneWidth.Widest, 0, seed: 2).State);
        Assert.NotEqual(expected.State, Run(Precision.Single, LaneWidth.Widest, 0, name: "others").State);
    }

    [Fact]
    public void A_run_goes_on_from_its_kept_state_as_if_it_had_not_stopped()
    {
        var whole = Made(Precision.Single, LaneWidth.Widest, 1, "cells");
        var spikes = new int[Size];
        for (var step = 0; step < 500; step++)
            whole.Step(step, spikes);
        var later = Made(Precision.Single, LaneWidth.Widest, 1, "cells");
        whole.State.CopyTo(later.State);
        for (var step = 500; step < 1000; step++)
        {
            whole.Step(step, spikes);
            later.Step(step, spikes);
        }

        Assert.True(whole.State.SequenceEqual(later.State));
    }

    private static (int[] Spikes, byte[] State) Run(
        Precision precision, LaneWidth width, int share, ulong seed = 1, string name = "cells")
    {
        var population = Made(precision, width, seed, name);
        var spikes = new List<int>();
        var buffer = new int[Size];
        for (var step = 0; step < 1000; step++)
        {
            for (var cell = 0; cell < population.Padded; cell += share == 0 ? population.Padded : share)
            {
                var end = share == 0 ? population.Padded : Math.Min(cell + share, population.Padded);
                spikes.AddRange(buffer.AsSpan(0, population.Step(step, cell, end, buffer)));
            }
        }

        return ([.. spikes], population.State.ToArray());
    }

    private static Population Made(Precision precision, LaneWidth width, ulong seed, string name)
    {
        var population = Everything.Population(Size, new PopulationSettings
        {
            Name = name,
            Dt = 1e-4,
            Seed = seed,
            Precision = precision,
            Width = width,
            Inputs = ["I_ext"],
            Parameters = new Dictionary<string, double[]>
            {
                ["tau"] = [.. Enumerable.Range(0, Size).Select(i => (10 + 0.01 * i) * 1e-3)],
            }.ToImmutable(),
        });
        for (var cell = 0; cell < Size; cell++)
            population.SetInput("I_ext", cell, (300 + cell) * 1e-12);
        return population;
    }
}
