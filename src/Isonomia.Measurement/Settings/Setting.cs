namespace Isonomia.Measurement.Settings;

/// <summary>One thing a user may set: <c>--set key=value</c>, or the same key in a configuration file.</summary>
/// <param name="key">Its name, as <c>aperiodic.range</c>.</param>
/// <param name="byDefault">Its default, written as a user would write it.</param>
/// <param name="meaning">What it does, with unit, in one line.</param>
public abstract class Setting(string key, string byDefault, string meaning)
{
    /// <summary>Its name, as <c>aperiodic.range</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Its default, written as a user would write it.</summary>
    public string Default { get; } = byDefault;

    /// <summary>What it does, with unit, in one line.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Reads a value, or throws a <see cref="SettingException"/> that says what was expected.</summary>
    public abstract object Read(string text);
}
