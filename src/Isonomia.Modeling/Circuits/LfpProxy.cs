namespace Isonomia.Modeling.Circuits;

/// <summary>
/// How a local field potential is made of the summed synaptic currents of excitatory cells (Mazzoni et al. 2015,
/// doi:10.1371/journal.pcbi.1004584; Martinez-Canada et al. 2021, doi:10.1371/journal.pcbi.1008893).
/// </summary>
public enum LfpProxy
{
    /// <summary>None: only the sums.</summary>
    None,

    /// <summary>Reference weighted sum: AMPA(t - 6 ms) - 1.65 GABA(t), of the sizes of the currents.</summary>
    Rws,

    /// <summary>Its causal variant for EEG: AMPA(t) - 0.3 GABA(t - 3.1 ms) where lags are constant.</summary>
    Erws1,

    /// <summary>Weights and lags that depend on the firing rate.</summary>
    Erws2,
}
