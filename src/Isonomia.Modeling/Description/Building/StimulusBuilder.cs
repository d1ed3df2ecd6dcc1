namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a stimulus in C#: every text is what would stand in the file.</summary>
public sealed class StimulusBuilder : SectionBuilder<StimulusBuilder>
{
    internal StimulusBuilder(string origin, string kind)
        : base(origin) => Set("kind", kind);

    /// <summary>Its name.</summary>
    /// <param name="text">As the key 'name'.</param>
    public StimulusBuilder Name(string text) => Set("name", text);

    /// <summary>The receptor that spikes reach.</summary>
    /// <param name="text">As the key 'receptor'.</param>
    public StimulusBuilder Receptor(string text) => Set("receptor", text);

    /// <summary>The rate of Poisson spikes.</summary>
    /// <param name="text">As the key 'rate'.</param>
    public StimulusBuilder Rate(string text) => Set("rate", text);

    /// <summary>The weight of spikes.</summary>
    /// <param name="text">As the key 'weight'.</param>
    public StimulusBuilder Weight(string text) => Set("weight", text);

    /// <summary>The times of listed spikes.</summary>
    /// <param name="text">As the key 'times'.</param>
    public StimulusBuilder Times(string text) => Set("times", text);

    /// <summary>The cell of each listed spike.</summary>
    /// <param name="text">As the key 'spike_cells'.</param>
    public StimulusBuilder SpikeCells(string text) => Set("spike_cells", text);

    /// <summary>The file of listed spikes.</summary>
    /// <param name="text">As the key 'file'.</param>
    public StimulusBuilder File(string text) => Set("file", text);

    /// <summary>The current.</summary>
    /// <param name="text">As the key 'value'.</param>
    public StimulusBuilder Value(string text) => Set("value", text);

    /// <summary>The input or parameter that the current is.</summary>
    /// <param name="text">As the key 'target'.</param>
    public StimulusBuilder Target(string text) => Set("target", text);

    /// <summary>The cells it reaches.</summary>
    /// <param name="text">As the key 'cells'.</param>
    public StimulusBuilder Cells(string text) => Set("cells", text);

    /// <summary>The share of the cells it reaches.</summary>
    /// <param name="text">As the key 'fraction'.</param>
    public StimulusBuilder Fraction(string text) => Set("fraction", text);

    /// <summary>When it begins.</summary>
    /// <param name="text">As the key 'start'.</param>
    public StimulusBuilder Start(string text) => Set("start", text);

    /// <summary>When it ends.</summary>
    /// <param name="text">As the key 'stop'.</param>
    public StimulusBuilder Stop(string text) => Set("stop", text);

    /// <summary>The targets.</summary>
    /// <param name="names">Names of populations.</param>
    public StimulusBuilder To(params string[] names) => SetNames("to", names);
}
