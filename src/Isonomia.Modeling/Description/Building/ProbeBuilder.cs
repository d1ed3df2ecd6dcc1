namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a probe in C#: every text is what would stand in the file.</summary>
public sealed class ProbeBuilder : SectionBuilder<ProbeBuilder>
{
    internal ProbeBuilder(string origin)
        : base(origin)
    {
    }

    /// <summary>The field potential recorded.</summary>
    /// <param name="text">As the key 'lfp'.</param>
    public ProbeBuilder Lfp(string text) => Set("lfp", text);

    /// <summary>The current dipole recorded.</summary>
    /// <param name="text">As the key 'dipole'.</param>
    public ProbeBuilder Dipole(string text) => Set("dipole", text);

    /// <summary>The cells recorded.</summary>
    /// <param name="text">As the key 'cells'.</param>
    public ProbeBuilder Cells(string text) => Set("cells", text);

    /// <summary>The interval between samples.</summary>
    /// <param name="text">As the key 'every'.</param>
    public ProbeBuilder Every(string text) => Set("every", text);

    /// <summary>Whether spikes are recorded.</summary>
    /// <param name="value">As the key 'spikes'.</param>
    public ProbeBuilder Spikes(bool value = true) => Set("spikes", value ? "true" : "false");

    /// <summary>Whether the rate is recorded.</summary>
    /// <param name="value">As the key 'rate'.</param>
    public ProbeBuilder Rate(bool value = true) => Set("rate", value ? "true" : "false");

    /// <summary>Whether the sums of currents and conductances are recorded.</summary>
    /// <param name="value">As the key 'currents'.</param>
    public ProbeBuilder Currents(bool value = true) => Set("currents", value ? "true" : "false");

    /// <summary>Variables of the cells that are recorded.</summary>
    /// <param name="names">Their names.</param>
    public ProbeBuilder Variables(params string[] names) =>
        Set("variables", $"[{string.Join(", ", names)}]");

    /// <summary>The populations recorded.</summary>
    /// <param name="names">Names of populations.</param>
    public ProbeBuilder Of(params string[] names) => SetNames("of", names);
}
