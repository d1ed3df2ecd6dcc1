using System.Collections.Immutable;

namespace Isonomia.Modeling.Description;

/// <summary>
/// The keys of model files: what the reader accepts and what the documentation lists. Keys may be added, not renamed.
/// </summary>
public static class ModelKeys
{
    private static readonly ModelKey[] Common =
    [
        new("kind", "what sort of model it is, for the list of models", "conductance-based"),
        new("description", "what it is, for people", "Fast-spiking interneuron of the hippocampus."),
        new("source", "the paper it comes from, with its DOI",
            "Wang & Buzsaki 1996, doi:10.1523/JNEUROSCI.16-20-06402.1996"),
        new("parameters", "names and values; a value is a quantity or an expression of other parameters",
            "{C: 281 pF, tau: C/gL}"),
        new("equations", "the equations, in the syntax of Brian 2", "dv/dt = (E - v)/tau : volt"),
        new("initial", "values at the start: numbers, expressions, uniform(a, b), normal(mean, sd); "
            + "draws are new for each cell; a state that is not named starts at zero",
            "{v: EL, w: \"uniform(0 pA, 10 pA)\"}"),
        new("integrator",
            "how the equations are stepped: auto, exact, exponential-euler, exponential-midpoint, exponential-rk4, "
            + "euler, heun, rk2, rk4, milstein", "auto"),
        new("variants", "named versions of the model, asked for as MODEL:VARIANT",
            "{bursting: {parameters: {b: 0.5 nA}}}"),
        new("tests", "experiments and what they must give", "[{input: 300 pA, for: 1 s, rate: [10 Hz, 14 Hz]}]"),
    ];

    /// <summary>The keys of a cell's file.</summary>
    public static ImmutableArray<ModelKey> Cell { get; } =
    [
        new("cell", "the model's name: letters, digits, '-', '_'", "wang-buzsaki"),
        .. Common[..5],
        new("threshold", "the condition under which the cell spikes", "v > Vcut"),
        new("reset", "what happens at a spike, a statement a line; a threshold needs none", "v = Vr"),
        new("refractory",
            "the time after a spike in which there is no other, or the condition while which there is none", "2 ms"),
        Common[5],
        new("input",
            "the current I_ext, an expression of t, when the model is run alone and no other input is asked for",
            "300 pA * int(t > 10 ms)"),
        Common[6],
        new("dt", "the time step it asks for", "0.05 ms"),
        new("duration", "how long it asks to be run", "1 s"),
        new("seed", "the seed of its draws", "42"),
        .. Common[7..],
    ];

    /// <summary>The keys of a receptor's file.</summary>
    public static ImmutableArray<ModelKey> Receptor { get; } =
    [
        new("receptor", "the model's name: letters, digits, '-', '_'", "ampa"),
        .. Common[..5],
        new("on_pre", "what a presynaptic spike does, a statement a line; `w` is the projection's weight", "g += w"),
        new("on_post", "what a postsynaptic spike does, a statement a line", "w *= 0.9"),
        new("state",
            "where the states live: target (one for each target cell), source (one for each source cell, read by "
            + "all its targets) or synapse", "target"),
        .. Common[5..],
    ];

    /// <summary>The keys of a field's file.</summary>
    public static ImmutableArray<ModelKey> Field { get; } =
    [
        new("field", "the model's name: letters, digits, '-', '_'", "jansen-rit"),
        .. Common[..5],
        new("coupling", "what other regions send: the name by which the equations read the sum over regions of weight "
            + "times this expression of the source, one conduction delay ago", "{c: E}"),
        new("output", "what is observed of a region (EEG, LFP): an expression of its variables", "y1 - y2"),
        new("modes", "spatial modes of a sheet that add to the spectrum",
            "{over: k2, side: 0.5 m, largest: 4, weight: exp(-k2/k0**2)}"),
        .. Common[5..7],
        new("dt", "the time step it asks for", "0.1 ms"),
        new("duration", "how long it asks to be run", "10 s"),
        new("seed", "the seed of its draws", "42"),
        Common[7],
    ];

    /// <summary>The keys of a field's spatial modes.</summary>
    public static ImmutableArray<ModelKey> Modes { get; } =
    [
        new("over", "the parameter that is the squared wave number in the equations", "k2"),
        new("side", "the side of the square sheet", "0.5 m"),
        new("largest", "the largest number of waves along a side", "4"),
        new("weight", "the weight of a mode in the observed spectrum", "exp(-k2/k0**2)"),
    ];

    /// <summary>The keys of a parameter in its long form.</summary>
    public static ImmutableArray<ModelKey> Parameter { get; } =
    [
        new("value", "the value", "281 pF"),
        new("unit", "a unit by which the value is multiplied, where the value does not say it", "pF"),
        new("meaning", "what the parameter is, for people", "membrane capacitance"),
        new("range", "the smallest and the largest allowed value", "[100 pF, 500 pF]"),
    ];

    /// <summary>The keys of a variant.</summary>
    public static ImmutableArray<ModelKey> Variant { get; } =
    [
        new("description", "what it is, for people", "Fires bursts of two to five spikes."),
        new("source", "the paper it comes from, where that is not the model's",
            "Naud et al. 2008, doi:10.1007/s00422-008-0264-7"),
        new("parameters", "the parameters it changes", "{b: 0.5 nA}"),
        new("equations", "equations in place of the model's", "dv/dt = (E - v)/tau : volt"),
        new("initial", "the initial values it changes", "{v: -58 mV}"),
        new("input", "the input it changes", "500 pA"),
        new("integrator", "the integrator it changes", "euler"),
        new("dt", "the time step it changes", "0.1 ms"),
        new("duration", "the duration it changes", "600 ms"),
        new("tests", "tests that it must pass", "[{for: 1 s, spikes: 1}]"),
    ];

    /// <summary>The keys of a test.</summary>
    public static ImmutableArray<ModelKey> Test { get; } =
    [
        new("source", "where the expected numbers come from", "Brunel 2000, equation 21"),
        new("input", "the current I_ext of a cell, an expression of t; without it the model's own input", "300 pA"),
        new("events", "the times at which spikes reach a receptor", "[1 ms, 2 ms]"),
        new("weight", "the weight of a receptor's synapse", "1 nS"),
        new("v", "the membrane potential at which a receptor is held", "-65 mV"),
        new("parameters", "parameters that are changed for the test", "{a: 0 nS}"),
        new("initial", "initial values that are changed for the test", "{v: -50 mV}"),
        new("for", "how long it runs", "1 s"),
        new("after", "the time before which nothing counts", "200 ms"),
        new("dt", "the time step", "0.01 ms"),
        new("spikes", "the number of spikes, or its range", "[4, 6]"),
        new("rate", "the range of the number of spikes over the time observed", "[10 Hz, 14 Hz]"),
        new("first_spike", "the range of the time of the first spike", "[3 ms, 4 ms]"),
        new("last_spike", "the range of the time of the last spike", "[90 ms, 110 ms]"),
        new("adaptation", "the range of the last interval between spikes over the first", "[1.5, 3]"),
        new("interval_cv", "the range of the coefficient of variation of the intervals", "[0.2, 1]"),
        new("interval_ratio", "the range of the longest interval over the shortest", "[5, 50]"),
        new("final", "ranges of variables at the end", "{v: [-65.1 mV, -64.9 mV]}"),
        new("minimum", "ranges of the smallest values of variables", "{v: [-90 mV, -70 mV]}"),
        new("maximum", "ranges of the largest values of variables", "{v: [20 mV, 50 mV]}"),
    ];
}
