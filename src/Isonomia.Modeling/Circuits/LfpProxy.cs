namespace Isonomia.Modeling.Circuits;

/// <summary>
/// How a local field potential is made of the summed synaptic currents of excitatory cells (Mazzoni et al. 2015,
/// doi:10.1371/journal.pcbi.1004584; Martinez-Canada et al. 2021, doi:10.1371/journal.pcbi.1008893).
/// </summary>
public enum LfpProxy
{
    /// <summary>None: only the sums.</summary>
    None,

    /// <summary>Reference weighted sum: AMPA(t - 6 ms) - 1.65 GABA(t), of currents as they enter the equations.</summary>
    Rws,

    /// <summary>Its variant for the EEG: AMPA(t + 0.9 ms) - 0.3 GABA(t - 2.3 ms).</summary>
    Erws1,
}
