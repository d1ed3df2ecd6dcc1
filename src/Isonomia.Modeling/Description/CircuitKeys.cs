using System.Collections.Immutable;

namespace Isonomia.Modeling.Description;

/// <summary>
/// The keys of a circuit's file: what the reader accepts and what the documentation lists. Keys may be added, not
/// renamed.
/// </summary>
public static class CircuitKeys
{
    /// <summary>The keys of the file.</summary>
    public static ImmutableArray<ModelKey> Circuit { get; } =
    [
        new("circuit", "the circuit's name: letters, digits, '-', '_'", "brunel2000"),
        new("kind", "what sort of circuit it is, for the list of models", "balanced"),
        new("description", "what it is, for people", "Sparse random network of excitatory and inhibitory cells."),
        new("source", "the paper it comes from, with its DOI", "Brunel 2000, doi:10.1023/A:1008925309027"),
        new("parameters", "names and values that any expression below may read", "{g: 5, eta: 2, J: 0.1 mV}"),
        new("dt", "the time step", "0.1 ms"),
        new("duration", "how long it runs", "1 s"),
        new("seed", "the seed of all randomness", "42"),
        new("populations", "the populations by name", "{E: {cell: cells/lif-delta, size: 1000}}"),
        new("projections", "who is connected to whom, and how",
            "[{from: E, to: E, receptor: receptors/delta, rule: {in_degree: 100}, weight: J, delay: 1.5 ms}]"),
        new("stimuli", "spikes and currents from outside",
            "[{kind: poisson, to: E, receptor: receptors/delta, rate: 2 kHz, weight: J}]"),
        new("probes", "what is recorded", "[{of: E, spikes: true}]"),
        new("variants", "named versions of the circuit, asked for as CIRCUIT:VARIANT",
            "{irregular: {parameters: {g: 5, eta: 2}}}"),
    ];

    /// <summary>The keys of a population.</summary>
    public static ImmutableArray<ModelKey> Population { get; } =
    [
        new("cell", "the cell model: a name of the library, or a file; MODEL:VARIANT for a version of it",
            "cells/lif-delta"),
        new("spikes", "instead of a cell: sources of spikes", "{kind: poisson, rate: 10 Hz}"),
        new("size", "the number of cells", "10000"),
        new("class", "what sort of cells they are: E, I, PV, SST, VIP, ...", "E"),
        new("layer", "their layer or region", "L4"),
        new("values", "names and values of this population, read below as NAME, in projections as NAME_pre, NAME_post",
            "{N_full: 20683}"),
        new("parameters", "parameters of the cell that are changed: a value, a distribution, a list of values, or "
            + "{file: ...} with a value for each cell", "{tau: 20 ms}"),
        new("initial", "values at the start, as in a cell's file, or listed", "{v: \"uniform(0 mV, 20 mV)\"}"),
        new("space", "where the cells are", "{kind: ring, width: 1 mm}"),
    ];

    /// <summary>The keys of a population of spike sources.</summary>
    public static ImmutableArray<ModelKey> Spikes { get; } =
    [
        new("kind", "poisson or list", "poisson"),
        new("rate", "of each source: an expression of t and i, or {file: ...} with times and rates", "10 Hz"),
        new("times", "the times of listed spikes", "[1 ms, 2 ms]"),
        new("cells", "the source of each listed spike", "[0, 1]"),
        new("file", "a CSV or NPY file with a time in seconds and a source on each row", "spikes.csv"),
    ];

    /// <summary>The keys of a space.</summary>
    public static ImmutableArray<ModelKey> Space { get; } =
    [
        new("kind", "ring or sheet", "ring"),
        new("width", "the ring's length or the sheet's width; a number is an angle in radians", "1 mm"),
        new("height", "the sheet's height", "1 mm"),
        new("columns", "cells in a row of the sheet's grid", "50"),
        new("periodic", "whether distances go round the edges", "true"),
        new("random", "whether places are drawn rather than on a grid", "false"),
    ];

    /// <summary>The keys of a projection.</summary>
    public static ImmutableArray<ModelKey> Projection { get; } =
    [
        new("from", "the source, or a list of sources", "E"),
        new("to", "the target, or a list of targets", "[E, I]"),
        new("name", "its name, for --set and for results", "recurrent"),
        new("receptor", "the receptor: a name of the library, a file, or {receptor: ..., parameters: ...}",
            "receptors/ampa"),
        new("values", "names and values that rule, weight and delay read; lists and matrices give one for each pair",
            "{C: [[0.1, 0.2], [0.1, 0.3]]}"),
        new("rule", "who is connected to whom", "{in_degree: 100}"),
        new("autapses", "whether a cell may project to itself; true if not said", "false"),
        new("multapses", "whether two cells may have several synapses; true if not said", "false"),
        new("weight", "the weight of the synapses", "0.1 mV"),
        new("delay", "the delay of the synapses; one time step if not said", "1.5 ms"),
    ];

    /// <summary>The keys of a receptor in its long form.</summary>
    public static ImmutableArray<ModelKey> Receptor { get; } =
    [
        new("receptor", "the receptor: a name of the library, or a file", "receptors/ampa"),
        new("parameters", "its parameters that are changed", "{tau: 2 ms}"),
        new("name", "what its variables on the cell are called by, where not by the receptor's name", "fast"),
    ];

    /// <summary>The connection rules; a projection has one of them.</summary>
    public static ImmutableArray<ModelKey> Rule { get; } =
    [
        new("probability", "each pair with this probability, independently", "0.1"),
        new("in_degree", "each target has this many synapses, from sources drawn evenly", "100"),
        new("out_degree", "each source has this many synapses, to targets drawn evenly", "100"),
        new("total_number", "this many synapses, each between a source and a target drawn evenly", "100000"),
        new("one_to_one", "cell i to cell i", "true"),
        new("all_to_all", "each to each", "true"),
        new("distance", "each pair with a probability that falls with its distance",
            "{kernel: gaussian, peak: 0.5, width: 100 um}"),
        new("list", "synapses one by one: a CSV or NPY file with the columns source, target and perhaps weight and "
            + "delay (in SI base units), or lists", "{sources: [0, 1], targets: [1, 0]}"),
    ];

    /// <summary>The keys of a rule of distance.</summary>
    public static ImmutableArray<ModelKey> Distance { get; } =
    [
        new("kernel", "gaussian, exponential, von-mises or box", "gaussian"),
        new("peak", "the probability at no distance", "0.5"),
        new("width", "how far it reaches", "100 um"),
        new("cutoff", "the distance beyond which there is none", "300 um"),
    ];

    /// <summary>The keys of a list of synapses.</summary>
    public static ImmutableArray<ModelKey> Listed { get; } =
    [
        new("file", "a CSV or NPY file", "synapses.csv"),
        new("sources", "the source cell of each synapse", "[0, 1]"),
        new("targets", "the target cell of each synapse", "[1, 0]"),
        new("weights", "the weight of each synapse", "[1 nS, 2 nS]"),
        new("delays", "the delay of each synapse", "[1 ms, 2 ms]"),
    ];

    /// <summary>The keys of a weight or a delay in its long form.</summary>
    public static ImmutableArray<ModelKey> Value { get; } =
    [
        new("value", "a quantity, normal(mean, sd), lognormal(median, sigma), lognormal_mean(mean, sd) or "
            + "uniform(a, b)", "normal(1.5 ms, 0.75 ms)"),
        new("distance", "low + (high - low) x kernel(distance)",
            "{kernel: gaussian, low: 0 nS, high: 2 nS, width: 100 um}"),
        new("conduction", "distance/velocity + offset, for delays", "{velocity: 0.3 m/s, offset: 0.5 ms}"),
        new("minimum", "the smallest allowed value", "0.1 ms"),
        new("maximum", "the largest allowed value", "10 ms"),
        new("limit", "what is done beyond: clip or redraw", "redraw"),
    ];

    /// <summary>The keys of a value that falls with distance.</summary>
    public static ImmutableArray<ModelKey> ValueOfDistance { get; } =
    [
        new("kernel", "gaussian, exponential, von-mises or box", "gaussian"),
        new("low", "the value far away", "0 nS"),
        new("high", "the value at no distance", "2 nS"),
        new("width", "how far it reaches", "100 um"),
    ];

    /// <summary>The keys of a delay of conduction.</summary>
    public static ImmutableArray<ModelKey> Conduction { get; } =
    [
        new("velocity", "the velocity of conduction", "0.3 m/s"),
        new("offset", "the delay at no distance", "0.5 ms"),
    ];

    /// <summary>The keys of a stimulus.</summary>
    public static ImmutableArray<ModelKey> Stimulus { get; } =
    [
        new("kind", "poisson, spikes or current", "poisson"),
        new("name", "its name", "background"),
        new("to", "the target, or a list of targets", "[E, I]"),
        new("receptor", "of spikes: the receptor, as in a projection", "receptors/ampa"),
        new("rate", "poisson: the rate at which spikes arrive at each cell, a number, an expression of t, or "
            + "{file: ...} with times and rates", "2 kHz"),
        new("weight", "of spikes: the weight of each", "0.1 mV"),
        new("times", "spikes: their times", "[10 ms, 20 ms]"),
        new("spike_cells", "spikes: the cell of each; without it each reaches all cells", "[0, 1]"),
        new("file", "spikes: a CSV or NPY file with a time in seconds and perhaps a cell on each row", "spikes.csv"),
        new("value", "current: an expression of t, with step, ramp, pulses and noise", "step(100 pA, 10 ms)"),
        new("target", "current: the input or parameter of the cell; I_ext if not said", "I_ext"),
        new("cells", "the cells it reaches: a range \"0:10\" or a list", "\"0:10\""),
        new("fraction", "the share of the cells it reaches, the first of them", "0.5"),
        new("start", "when it begins", "100 ms"),
        new("stop", "when it ends", "200 ms"),
    ];

    /// <summary>The keys of a probe.</summary>
    public static ImmutableArray<ModelKey> Probe { get; } =
    [
        new("of", "the population, or a list of populations", "[E, I]"),
        new("spikes", "whether spikes are recorded", "true"),
        new("variables", "states and other variables of the cells", "[v]"),
        new("rate", "whether the population's rate is recorded", "true"),
        new("currents", "whether the sums of excitatory and inhibitory currents and conductances are recorded",
            "true"),
        new("lfp", "the field potential made of these sums: rws or erws1", "rws"),
        new("dipole", "the current dipole moment: a current that flows along each cell, and how far, summed over cells",
            "{current: gc*(v_d - v)*area, distance: 200 um}"),
        new("cells", "the cells recorded: a range \"0:10\" or a list; all if not said", "\"0:10\""),
        new("every", "the interval between samples; one time step if not said", "1 ms"),
    ];

    /// <summary>The keys of a current dipole.</summary>
    public static ImmutableArray<ModelKey> Dipole { get; } =
    [
        new("current", "what flows along the cell, positive from its base to its top: an expression of its variables, in ampere",
            "gc*(v_d - v)*area"),
        new("distance", "how far it flows", "200 um"),
    ];
}
