using System.Text;

namespace FlowSdk.Generators.Parse;

/// <summary>Names of options.</summary>
internal static class KebabCase
{
    /// <summary>LearningRates becomes learning-rates, URLPath url-path, UseGPU use-gpu, Top5 top5.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var afterLower = i > 0 && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]));
            var beforeLower = i > 0 && char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
            if (char.IsUpper(name[i]) && (afterLower || beforeLower))
            {
                text.Append('-');
            }

            text.Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return text.ToString().Trim('-');
    }
}
