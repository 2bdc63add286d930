namespace NewsSite.Web.Hosting;

/// <summary>
/// A page whose forms may be sent from other sites and by mail programs (RFC 8058): what it does is allowed by the secret in its address alone,
/// and it looks at no cookie.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAnywhereAttribute : Attribute;
