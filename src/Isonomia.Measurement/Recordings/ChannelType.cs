namespace Isonomia.Measurement.Recordings;

/// <summary>What a channel carries. It decides which preprocessing and which biomarkers apply to it.</summary>
public enum ChannelType
{
    /// <summary>Scalp electroencephalogram.</summary>
    Eeg,

    /// <summary>Magnetoencephalogram, magnetometer.</summary>
    Magnetometer,

    /// <summary>Magnetoencephalogram, planar or axial gradiometer.</summary>
    Gradiometer,

    /// <summary>Electrocorticogram: electrodes on the cortex.</summary>
    Ecog,

    /// <summary>Stereo-EEG: depth electrodes.</summary>
    Seeg,

    /// <summary>Local field potential.</summary>
    Lfp,

    /// <summary>Electro-oculogram.</summary>
    Eog,

    /// <summary>Electrocardiogram.</summary>
    Ecg,

    /// <summary>Electromyogram.</summary>
    Emg,

    /// <summary>Respiration belt or flow.</summary>
    Respiration,

    /// <summary>Triggers and status words.</summary>
    Stimulus,

    /// <summary>Anything else: temperature, acceleration, markers, unknown.</summary>
    Other,
}
