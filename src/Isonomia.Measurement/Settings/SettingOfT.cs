namespace Isonomia.Measurement.Settings;

/// <summary>A setting whose value is a <typeparamref name="T"/>.</summary>
public sealed class Setting<T>(string key, string byDefault, string meaning, Func<string, T> read)
    : Setting(key, byDefault, meaning)
    where T : notnull
{
    /// <inheritdoc/>
    public override object Read(string text) => ReadValue(text);

    internal T ReadValue(string text)
    {
        try
        {
            return read(text.Trim());
        }
        catch (FormatException e)
        {
            throw new SettingException($"{Key}={text}: {e.Message} (default {Default}; {Meaning})");
        }
    }
}
