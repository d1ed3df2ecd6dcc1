namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>What may be wrong with an electrode.</summary>
public enum ElectrodeFault
{
    /// <summary>No contact: constant zero.</summary>
    Flat,

    /// <summary>Poor contact: white noise of 60 uV drowns the brain.</summary>
    Noisy,
}
