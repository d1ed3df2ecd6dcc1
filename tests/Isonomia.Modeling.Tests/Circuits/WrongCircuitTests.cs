namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>Mistakes in circuits, each found at its place with what was expected.</summary>
public class WrongCircuitTests
{
    private const string Right = """
        circuit: c
        parameters: {J: 0.1 mV, K: 10}
        dt: 0.1 ms
        duration: 1 s
        populations:
          E: {cell: cells/lif-delta, size: 80, class: E, parameters: {tau: 20 ms}, initial: {v: "uniform(0 mV, 20 mV)"}}
          I: {cell: cells/lif, size: 20, class: I}
          S: {spikes: {kind: poisson, rate: 10 Hz}, size: 20}
        projections:
          - {from: E, to: E, receptor: receptors/delta, rule: {in_degree: K}, weight: J, delay: 1.5 ms}
          - {from: [E, S], to: I, name: two, receptor: receptors/ampa, rule: {probability: [0.1, 0.2]}, weight: 1 nS, delay: 1 ms}
        stimuli:
          - {kind: poisson, to: E, receptor: receptors/delta, rate: 1 kHz, weight: J, start: 10 ms, stop: 20 ms}
          - {kind: current, to: I, value: "step(100 pA, 10 ms)", cells: "0:10"}
        probes:
          - {of: [E, S], spikes: true}
          - {of: I, variables: [v], cells: "0:10", every: 1 ms}
        """;

    [Fact]
    public void The_circuit_that_is_changed_below_is_right() => Assert.Empty(Written.Mistakes(Right));

    // '@' marks the place that the error must name.
    [Theory]
    [InlineData("populations:\n", "@population:\n", "unknown key 'population'", "did you mean 'populations'?")]
    [InlineData("size: 80,", "@N: 80,", "unknown key 'N' in population 'E'", "write 'size'")]
    [InlineData("size: 80, ", "", "population 'E' has no 'size'", "add 'size: 1000'", "6:6")]
    [InlineData("size: 80,", "size: @80.5,", "a whole number from 1 on", "round(...)")]
    [InlineData("size: 80,", "size: @0,", "found 0 where the number of cells", null)]
    [InlineData("size: 80,", "size: @3000000000,", "at most 2,147,483,647", null)]
    [InlineData("size: 80,", "size: @80 mV,", "volt", null)]
    [InlineData("size: 80,", "size: 8*@Q,", "'Q'", null)]
    [InlineData("cells/lif-delta", "@cells/lif-dleta", "no model of that name", "lif-delta")]
    [InlineData("cells/lif-delta", "@receptors/ampa", "'receptors/ampa' is a receptor; a cell was expected", null)]
    [InlineData("{tau: 20 ms}", "{@tua: 20 ms}", "has no parameter 'tua'", "did you mean 'tau'?")]
    [InlineData("{tau: 20 ms}", "{tau: @20 mV}", "volt", null)]
    [InlineData("{tau: 20 ms}", "{tau: @2000 s}", "outside of its range", "from 100 us to 1 s")]
    [InlineData("{tau: 20 ms}", "{tau: @[20 ms, 10 ms]}", "found 2 values of 'tau' for 80 cells", null)]
    [InlineData("{tau: 20 ms}", "{tau: {file: @no.npy}}", "there is no file 'no.npy'", null)]
    [InlineData("initial: {v:", "initial: {@V:", "'V'", "did you mean 'v'?")]
    [InlineData("  S: {", "  @E: {", "'E' stands here a second time", null)]
    [InlineData("kind: poisson, rate: 10 Hz", "kind: @poison, rate: 10 Hz",
        "found 'poison'", "did you mean 'poisson'?")]
    [InlineData("rate: 10 Hz", "rate: @10 ms", "hertz", null)]
    [InlineData("rate: 10 Hz", "rate: @-10 Hz", "a rate from zero on", null)]
    [InlineData("{from: E, to: E,", "{from: @F, to: E,", "there is no population 'F'", null)]
    [InlineData("{from: E, to: E,", "{@form: E, to: E,", "unknown key 'form'", "did you mean 'from'?")]
    [InlineData("{from: E, to: E,", "{from: E, to: S,", "'S' only sends spikes", null, "10:32")]
    [InlineData("{from: [E, S], to: I", "{from: [E, @E], to: I", "'E' stands here a second time", null)]
    [InlineData("receptors/delta, rule", "@receptors/dleta, rule", "no model of that name", "delta")]
    [InlineData("receptors/delta, rule", "@cells/lif, rule", "'cells/lif' is a cell; a receptor was expected", null)]
    [InlineData("{in_degree: K}", "{in_degree: @10.5}", "a whole number from 0 on", null)]
    [InlineData("{in_degree: K}", "{@in_degre: K}", "unknown key 'in_degre'", "did you mean 'in_degree'?")]
    [InlineData("{in_degree: K}", "@{in_degree: K, probability: 0.1}", "found 2 connection rules", null)]
    [InlineData("{in_degree: K}", "{probability: @1.5}", "a probability from 0 to 1", null)]
    [InlineData("{in_degree: K}", "@{in_degree: 100000000}", "8,000,000,000 synapses", null)]
    [InlineData("{in_degree: K}, ", "@{in_degree: 81}, multapses: false, ", "at most 80", "allow multapses")]
    [InlineData("{in_degree: K}", "{distance: @{kernel: gaussian, width: 1 mm}}", "'E' has no 'space'", null)]
    [InlineData("{in_degree: K}", "{list: @no.csv}", "there is no file 'no.csv'", null)]
    [InlineData("{in_degree: K}", "{list: @{sources: [0, 80], targets: [0, 1]}}", "cell 80 of 'E'", null)]
    [InlineData("{probability: [0.1, 0.2]}", "{one_to_one: @true}", "'E' has 80 cells and 'I' 20", null)]
    [InlineData("{probability: [0.1, 0.2]}", "{probability: @[0.1, 0.2, 0.3]}", "rows", "sources: E, S")]
    [InlineData("weight: J, delay", "weight: @1 nS, delay", "siemens", null)]
    [InlineData("weight: J, delay: 1.5 ms", "weight: J, delay: @0 ms", "not above zero", "at least one time step")]
    [InlineData("weight: J, delay: 1.5 ms", "weight: J, delay: @1.5 mV", "volt", null)]
    [InlineData("weight: J, delay", "weight: \"@normal(J)\", delay",
        "normal was given 1 arguments", "normal(mean, sd)")]
    [InlineData("weight: J, delay", "weight: \"@normal(J, -J)\", delay", "a deviation below zero", null)]
    [InlineData("weight: J, delay", "weight: @{value: J, minimum: 1 mV, maximum: 0 mV}, delay",
        "minimum above the maximum", null)]
    [InlineData("weight: J, delay", "weight: {value: J, limit: @cut}, delay",
        "found 'cut' where one of clip, redraw", null)]
    [InlineData("rate: 1 kHz, weight: J", "rate: 1 kHz", "a stimulus has no 'weight'", null, "13:5")]
    [InlineData("start: 10 ms, stop: 20 ms", "start: 20 ms, stop: @10 ms", "does not lie behind the start", null)]
    [InlineData("step(100 pA, 10 ms)", "@step(100 mV, 10 ms)", "volt", null)]
    [InlineData("step(100 pA, 10 ms)", "@step(100 pA)", "step was given 1 argument", "step(amplitude, from[, to])")]
    [InlineData("cells: \"0:10\"}\nprobes", "cells: \"@10:30\"}\nprobes", "the cells 0 to 19", null)]
    [InlineData("{of: [E, S], spikes: true}", "@{of: [E, S]}", "the probe records nothing", "spikes")]
    [InlineData("variables: [v]", "variables: [@V]", "have no variable 'V'", "did you mean 'v'?")]
    [InlineData("every: 1 ms", "every: @0.15 ms", "a multiple of the time step", null)]
    [InlineData("{of: [E, S], spikes: true}", "{of: E, currents: @true}", "no receptor gives a current", null)]
    [InlineData("parameters: {J: 0.1 mV, K: 10}", "parameters: {J: @K*mV, K: J/mV}", "depend on each other", null)]
    [InlineData("dt: 0.1 ms", "dt: @0 ms", "a time above zero", null)]
    public void It_is_found_where_it_stands(
        string right, string wrong, string message, string? hint, string? place = null)
    {
        var text = Right.ReplaceLineEndings("\n");
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        text = text.Remove(at, right.Length).Insert(at, wrong);
        if (place is null)
        {
            var before = text[..text.IndexOf('@')];
            place = $"{before.Count(c => c == '\n') + 1}:{before.Length - before.LastIndexOf('\n')}";
            text = text.Remove(before.Length, 1);
        }

        var found = string.Join("\n\n", Written.Mistakes(text).Select(d => d.Render()));
        Assert.Contains(message, found);
        Assert.Contains($"c.yaml:{place}: error", found);
        if (hint is not null)
            Assert.Contains(hint, found);
    }

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var text = Right.Replace("size: 80,", "size: 80.5,").Replace("from: [E, S]", "from: [E, T]")
            .Replace("rate: 1 kHz", "rate: 1 ms").Replace("variables: [v]", "variables: [x]").Replace("delay: 1.5 ms", "delay: 1 V");
        Assert.Equal([6, 10, 11, 13, 17], Written.Mistakes(text).Select(d => d.Source.Position(d.Span.Start).Line));
    }

    // Two thousand million cells would take gigabytes to list.
    [Theory]
    [InlineData("fraction: 0.5", "1,000,000,000 cells")]
    [InlineData("cells: \"0:2000000000:2\"", "1,000,000,000 cells")]
    public void A_choice_of_too_many_cells_is_refused_before_memory_is_taken(string choice, string expected) =>
        Assert.Contains(expected, Assert.Single(Written.Mistakes(
            "circuit: c\npopulations: {E: {cell: cells/lif, size: 2000000000}}\n"
            + $"stimuli: [{{kind: current, to: E, value: 1 pA, {choice}}}]\n")).Message);

    [Fact]
    public void A_shared_receptor_that_does_not_add_is_refused()
    {
        var found = Assert.Single(Written.Mistakes("""
            circuit: c
            populations:
              E: {cell: cells/lif, size: 80}
            projections:
              - {from: E, to: E, receptor: plasticity/stdp-pair, rule: {in_degree: 1}, weight: 1 nS}
            stimuli:
              - {kind: poisson, to: E, receptor: receptors/nmda-saturating, rate: 1 Hz, weight: 1 nS}
            """));
        Assert.Contains("keeps a state of its source cells", found.Render());
        Assert.StartsWith("c.yaml:7:38", found.Render());
    }
}
